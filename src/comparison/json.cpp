#include <ostream>

#include "comparison/format.h"
#include "findings/verdict.h"
#include "report/json_writer.h"
#include "report/value_json.h"

namespace remit::comparison {
namespace {

using report::JsonWriter;

void write(const Compared& run, JsonWriter& writer) {
  writer.begin_object();
  writer.key("name");
  writer.text(run.name);
  writer.key("ruleset");
  writer.text(run.ruleset);
  writer.key("version");
  writer.text(run.version);
  writer.key("as_of");
  report::write_json(run.as_of, writer);
  writer.end_object();
}

void write(const std::vector<std::string>& texts, JsonWriter& writer) {
  writer.begin_array();
  for (const std::string& text : texts) writer.text(text);
  writer.end_array();
}

void write(const Side& side, JsonWriter& writer) {
  writer.begin_object();
  writer.key("verdict");
  writer.text(word(side));
  writer.key("severity");
  side.finding ? writer.text(findings::word(side.finding->severity)) : writer.null();
  writer.key("period");
  side.finding ? report::write_json(side.finding->period, writer) : writer.null();
  writer.key("due");
  side.finding ? report::write_json(side.finding->due, writer) : writer.null();
  writer.end_object();
}

void write(const Change& change, JsonWriter& writer) {
  writer.begin_object();
  writer.key("rule");
  writer.text(change.rule);
  writer.key("subject");
  report::write_json(rules::Subject{std::string(change.entity), std::string(change.key)}, writer);
  writer.key("before");
  write(change.before, writer);
  writer.key("after");
  write(change.after, writer);
  writer.end_object();
}

void write_counts(const Difference& difference, JsonWriter& writer) {
  writer.begin_array();
  for (const auto& [words, count] : difference.counts) {
    writer.begin_object();
    writer.key("before");
    writer.text(words.first);
    writer.key("after");
    writer.text(words.second);
    writer.key("count");
    writer.integer(count);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

/// A line a change, so that many of them are never one text.
void write_json(const Pages& pages, const report::Options& /*options*/, std::ostream& out) {
  JsonWriter writer;
  const auto member = [&](const char* name, const auto& value) {
    writer.clear();
    write(value, writer);
    out << ",\n  \"" << name << "\": " << writer.str();
  };
  write(pages.before, writer);
  out << "{\n  \"before\": " << writer.str();
  member("after", pages.after);
  out << ",\n  \"same\": " << pages.difference.same;
  writer.clear();
  write_counts(pages.difference, writer);
  out << ",\n  \"counts\": " << writer.str();
  member("rules_added", pages.difference.added);
  member("rules_removed", pages.difference.removed);
  out << ",\n  \"changes\": [";
  bool first = true;
  for (const Change& change : pages.difference.changes) {
    writer.clear();
    write(change, writer);
    out << (first ? "\n    " : ",\n    ") << writer.str();
    first = false;
    if (!out) return;
  }
  out << (first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace remit::comparison

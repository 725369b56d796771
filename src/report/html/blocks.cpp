#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/html/pack.h"
#include "report/html/report.h"
#include "report/value_json.h"

// What the script reads: an index of all findings, and blocks that it unpacks when a reader comes
// to them, so that a large report opens at once.
namespace remit::report::html {
namespace {

constexpr std::size_t kMessages = 4000;  ///< findings in a block of messages
constexpr std::size_t kDetails = 500;    ///< findings in a block of details
constexpr std::size_t kTracks = 50;      ///< parties in a block of tracks

void write_block(Markup& markup, std::string_view name, std::size_t number,
                 const JsonWriter& writer) {
  markup.open("script", {{"type", "text/plain"}, {"id", fmt::format("block-{}-{}", name, number)}});
  markup.raw(packed(writer.str())).close().line();
}

void write_day(JsonWriter& writer, const std::optional<value::Date>& day) {
  day ? writer.integer(day->days) : writer.null();
}

template <class Items, class Write>
void write_list(JsonWriter& writer, const Items& items, Write write) {
  writer.begin_array();
  for (const auto& item : items) write(item);
  writer.end_array();
}

void write_words(JsonWriter& writer, std::string_view name, const std::vector<std::string>& words) {
  writer.key(name);
  write_list(writer, words, [&](const std::string& word) { writer.text(word); });
}

std::size_t place(rules::Severity severity) {
  const auto& all = findings::kAllSeverities;
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), severity) - all.begin());
}

std::size_t place(rules::Verdict verdict) {
  const auto& all = findings::kAllVerdicts;
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), verdict) - all.begin());
}

void write_fields(JsonWriter& writer, const std::vector<findings::LaneField>& fields) {
  write_list(writer, fields, [&](const findings::LaneField& field) {
    writer.begin_array();
    writer.text(field.title);
    writer.integer(field.names ? 1 : 0);
    field.leads ? writer.integer(static_cast<int>(*field.leads)) : writer.null();
    writer.end_array();
  });
}

void write_lanes(JsonWriter& writer, const findings::Background& background) {
  writer.key("lanes");
  write_list(writer, background.lanes, [&](const findings::Lane& lane) {
    writer.begin_object();
    writer.key("name");
    writer.text(lane.resource);
    writer.key("entity");
    writer.text(lane.entity);
    writer.key("title");
    writer.text(lane.title);
    writer.key("fields");
    write_fields(writer, lane.fields);
    writer.end_object();
  });
}

void write_parties(JsonWriter& writer, const findings::Background& background) {
  writer.key("parties");
  write_list(writer, background.parties, [&](const findings::Party& party) {
    writer.begin_array();
    writer.integer(static_cast<int>(party.kind));
    writer.text(party.key);
    writer.end_array();
  });
}

void write_rules(JsonWriter& writer, const findings::Audit& audit) {
  writer.key("rules");
  write_list(writer, audit.rules, [&](const findings::RuleResult& rule) {
    writer.begin_array();
    writer.text(rule.id);
    writer.text(rule.title);
    writer.integer(place(rule.severity));
    writer.text(rule.remedy);
    writer.end_array();
  });
}

/// The findings, a list for each thing that is known of them.
class Columns {
 public:
  Columns(JsonWriter& writer, const Report& report) : writer_(writer), report_(report) {}

  void write() {
    column("rule", [&](const auto& finding) { writer_.integer(finding.outcome.rule); });
    column("verdict", [&](const auto& each) { writer_.integer(place(each.outcome.verdict)); });
    column("entity", [&](const auto& each) { writer_.text(each.outcome.subject.entity); });
    column("key", [&](const auto& each) { writer_.text(each.outcome.subject.key); });
    column("from", [&](const auto& each) {
      const auto& period = each.outcome.period;
      period ? writer_.integer(value::first_day(*period).days) : writer_.null();
    });
    column("to", [&](const auto& each) {
      const auto& period = each.outcome.period;
      const bool ends = period && !value::is_open(*period);
      ends ? writer_.integer(value::end_day(*period).days - 1) : writer_.null();
    });
    column("due", [&](const auto& each) { write_day(writer_, each.outcome.due); });
    write_involved();
  }

 private:
  template <class Write>
  void column(std::string_view name, Write write) {
    writer_.key(name);
    write_list(writer_, report_.listed, [&](std::size_t at) { write(report_.audit.findings[at]); });
  }

  void write_involved() {
    const auto& involved = report_.background.involved;
    writer_.key("parties");
    write_list(writer_, report_.listed, [&](std::size_t at) {
      static const std::vector<std::size_t> kNobody;
      write_list(writer_, at < involved.size() ? involved[at].parties : kNobody,
                 [&](std::size_t party) { writer_.integer(party); });
    });
    writer_.key("team");
    write_list(writer_, report_.listed, [&](std::size_t at) {
      const bool known = at < involved.size() && involved[at].team;
      known ? writer_.integer(*involved[at].team) : writer_.null();
    });
  }

  JsonWriter& writer_;
  const Report& report_;
};

void write_index(Markup& markup, const Report& report) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("asOf");
  writer.integer(report.audit.as_of.days);
  write_words(writer, "verdicts", findings::verdict_words());
  write_words(writer, "severities", findings::severity_words());
  write_words(writer, "kinds", {"case", "worker", "team"});
  writer.key("sizes");
  writer.begin_object();
  writer.key("messages");
  writer.integer(kMessages);
  writer.key("details");
  writer.integer(kDetails);
  writer.key("tracks");
  writer.integer(kTracks);
  writer.end_object();
  write_rules(writer, report.audit);
  write_lanes(writer, report.background);
  write_parties(writer, report.background);
  writer.key("findings");
  writer.begin_object();
  Columns(writer, report).write();
  writer.end_object();
  writer.end_object();
  write_block(markup, "index", 0, writer);
}

/// Blocks of so many items each: `write` writes the item of a number.
template <class Write>
void write_items(Markup& markup, std::string_view name, std::size_t count, std::size_t size,
                 Write write) {
  JsonWriter writer;
  for (std::size_t start = 0; start < count; start += size) {
    writer.clear();
    writer.begin_array();
    for (std::size_t i = start; i < std::min(count, start + size); ++i) write(writer, i);
    writer.end_array();
    write_block(markup, name, start / size, writer);
  }
}

void write_evidence(JsonWriter& writer, const findings::Finding& finding) {
  write_list(writer, finding.outcome.evidence, [&](const rules::Evidence& each) {
    writer.begin_array();
    writer.text(each.path);
    each.value.is_missing() ? writer.null() : writer.text(value::to_string(each.value));
    writer.text(each.resource);
    writer.text(each.key);
    writer.end_array();
  });
}

void write_needs(JsonWriter& writer, const findings::Finding& finding) {
  write_list(writer, finding.outcome.needs, [&](const rules::Need& need) {
    writer.begin_array();
    writer.text(need.resource);
    writer.text(need.key);
    writer.text(need.field);
    writer.end_array();
  });
}

/// Evidence, needs, fingerprint, and of a waived one who bears it until when, and why.
void write_details(JsonWriter& writer, const Report& report, std::size_t index) {
  const findings::Finding& finding = report.audit.findings[report.listed[index]];
  writer.begin_array();
  write_evidence(writer, finding);
  write_needs(writer, finding);
  writer.text(findings::to_string(finding.fingerprint));
  if (const findings::Waiver* waiver = findings::waiver_of(report.audit, finding)) {
    writer.begin_array();
    writer.text(waiver->approved_by);
    writer.integer(waiver->to.days);
    writer.text(waiver->reason);
    writer.end_array();
  }
  writer.end_array();
}

void write_entry(JsonWriter& writer, const findings::Entry& entry) {
  writer.begin_array();
  writer.integer(entry.lane);
  writer.text(entry.key);
  write_day(writer, entry.from);
  if (entry.open || !entry.from) {
    writer.null();
  } else {
    writer.integer(entry.to ? entry.to->days - 1 : entry.from->days);
  }
  write_list(writer, entry.values, [&](const std::string& value) { writer.text(value); });
  writer.end_array();
}

void write_track(JsonWriter& writer, const findings::Track& track) {
  writer.begin_array();
  write_fields(writer, track.fields);
  write_list(writer, track.values, [&](const std::string& value) { writer.text(value); });
  write_list(writer, track.entries,
             [&](const findings::Entry& entry) { write_entry(writer, entry); });
  writer.end_array();
}

}  // namespace

void write_blocks(Markup& markup, const Report& report) {
  write_index(markup, report);
  const std::size_t count = report.listed.size();
  write_items(markup, "messages", count, kMessages, [&](JsonWriter& writer, std::size_t i) {
    writer.text(report.audit.findings[report.listed[i]].outcome.message);
  });
  write_items(markup, "details", count, kDetails,
              [&](JsonWriter& writer, std::size_t i) { write_details(writer, report, i); });
  write_items(
      markup, "tracks", report.background.parties.size(), kTracks,
      [&](JsonWriter& writer, std::size_t i) { write_track(writer, report.background.track(i)); });
}

}  // namespace remit::report::html

#include "waivers/load.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/read_values.h"
#include "yaml/mapping.h"

namespace remit::waivers {
namespace {

using findings::Waiver;

/// A text that must be there and say something.
std::string read_words(yaml::Mapping& keys, const std::string& key,
                       text::Diagnostics& diagnostics) {
  const auto text = keys.required_text(key);
  if (!text) return "";
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error("waiver-empty", keys.key_where(key), fmt::format("`{}` is empty", key),
                      "a waiver says what it is for, who approved it and why");
  }
  return *text;
}

value::Date read_day(yaml::Mapping& keys, const std::string& key, text::Diagnostics& diagnostics) {
  keys.required(key);
  return model::read_date(keys, key, diagnostics).value_or(value::Date{});
}

std::optional<Waiver> read_waiver(const yaml::Node& node, text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  yaml::Mapping keys(node, "a waiver", diagnostics);
  Waiver waiver;
  waiver.rule = read_words(keys, "rule", diagnostics);
  waiver.subject = read_words(keys, "subject", diagnostics);
  waiver.from = read_day(keys, "from", diagnostics);
  waiver.to = read_day(keys, "to", diagnostics);
  waiver.approved_by = read_words(keys, "approved_by", diagnostics);
  waiver.approved_on = read_day(keys, "approved_on", diagnostics);
  waiver.reason = read_words(keys, "reason", diagnostics);
  keys.finish();
  if (diagnostics.errors() != errors ||
      !check_dates(waiver.from, waiver.to, keys.key_where("to"), diagnostics)) {
    return std::nullopt;
  }
  waiver.file = node.where.file->path();
  waiver.line = node.where.file->place(node.where.span.begin).line;
  return waiver;
}

/// Whether there is nothing but comments and white space: a file in which no waiver stands yet.
bool is_blank(std::string_view content) {
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    const std::string_view line = content.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && line[first] != '#') return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

bool check_dates(value::Date from, value::Date to, const text::Location& where,
                 text::Diagnostics& diagnostics) {
  if (to < from) {
    diagnostics.error("waiver-dates", where, "the waiver ends before it begins",
                      "`from` is its first day and `to` its last day");
    return false;
  }
  const value::Date limit = value::add_months(from, kLongest).value_or(value::kLastDate);
  if (to <= limit) return true;
  diagnostics.error(
      "waiver-dates", where,
      fmt::format("the waiver lasts longer than a year from {}", value::to_string(from)),
      fmt::format("let it end by {}; what is still needed then is approved anew",
                  value::to_string(limit)));
  return false;
}

std::optional<std::vector<Waiver>> load(text::SourcePtr file, text::Diagnostics& diagnostics) {
  if (is_blank(file->content())) return std::vector<Waiver>{};
  const std::size_t errors = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), diagnostics);
  if (!document) return std::nullopt;
  std::vector<Waiver> waivers;
  if (document->kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", document->where, "a file of waivers is a list",
                      "write `- rule: ID` for each, with `subject`, `from`, `to`, `approved_by`, "
                      "`approved_on` and `reason` below it");
    return std::nullopt;
  }
  for (const yaml::Node& item : document->items) {
    if (auto waiver = read_waiver(item, diagnostics)) waivers.push_back(std::move(*waiver));
  }
  if (diagnostics.errors() != errors) return std::nullopt;
  return waivers;
}

std::optional<std::vector<Waiver>> load(const std::vector<std::string>& paths,
                                        const rules::FileReader& reader,
                                        text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  std::vector<Waiver> all;
  for (const std::string& path : paths) {
    auto content = reader.read(path);
    if (!content) {
      diagnostics.error("no-waivers", {}, fmt::format("the waivers `{}` cannot be read", path),
                        "name a YAML file, as in `--waivers waivers.yaml`");
      continue;
    }
    auto more = load(std::make_shared<text::SourceFile>(path, std::move(*content)), diagnostics);
    if (more) all.insert(all.end(), more->begin(), more->end());
  }
  if (diagnostics.errors() != errors) return std::nullopt;
  return all;
}

}  // namespace remit::waivers

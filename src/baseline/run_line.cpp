#include "baseline/run_line.h"

#include <fmt/format.h>

namespace remit::baseline {
namespace {

std::int64_t number_of(const Object& object, std::string_view name) {
  std::int64_t number = 0;
  if (member(object, name).get(number) == simdjson::SUCCESS) return number;
  throw Malformed{fmt::format("`{}` is no whole number", name)};
}

std::vector<std::string> texts_of(const Object& object, std::string_view name) {
  simdjson::dom::array list;
  if (member(object, name).get(list) != simdjson::SUCCESS) {
    throw Malformed{fmt::format("`{}` is no list", name)};
  }
  std::vector<std::string> texts;
  for (const Element each : list) {
    std::string_view text;
    if (each.get(text) != simdjson::SUCCESS) {
      throw Malformed{fmt::format("`{}` is no list of texts", name)};
    }
    texts.emplace_back(text);
  }
  return texts;
}

}  // namespace

std::size_t read_run_line(const Object& object, Run& run) {
  const std::int64_t format = number_of(object, "format");
  if (format != kFormat) {
    throw Malformed{
        fmt::format("it is of format {}, and this remit reads format {}", format, kFormat)};
  }
  run.ruleset = text_of(object, "ruleset");
  run.version = text_of(object, "version");
  run.as_of = date_of(object, "as_of");
  for (const std::string& word : texts_of(object, "verdicts")) {
    run.verdicts.push_back(verdict_of(word));
  }
  run.run_rules = texts_of(object, "rules");
  run.least = severity_of(object);
  if (!member(object, "window").is_null()) {
    const Object window = object_of(object, "window");
    run.window = findings::Window{optional_date(window, "from"), optional_date(window, "to")};
  }
  const std::int64_t lines = number_of(object, "lines");
  if (lines < 0) throw Malformed{"`lines` is less than nothing"};
  return static_cast<std::size_t>(lines);
}

}  // namespace remit::baseline

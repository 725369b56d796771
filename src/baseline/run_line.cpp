#include "baseline/run_line.h"

#include <fmt/format.h>

namespace remit::baseline {
namespace {

std::int64_t number_of(const Object& object, std::string_view name) {
  std::int64_t number = 0;
  if (member(object, name).get(number) == simdjson::SUCCESS) return number;
  throw Malformed{fmt::format("`{}` is no whole number", name)};
}

std::vector<rules::Verdict> verdicts_of(const Object& object) {
  simdjson::dom::array words;
  if (member(object, "verdicts").get(words) != simdjson::SUCCESS) {
    throw Malformed{"`verdicts` is no list"};
  }
  std::vector<rules::Verdict> verdicts;
  for (const Element word : words) {
    std::string_view text;
    if (word.get(text) != simdjson::SUCCESS) throw Malformed{"`verdicts` has no words"};
    verdicts.push_back(verdict_of(text));
  }
  return verdicts;
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
  run.verdicts = verdicts_of(object);
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

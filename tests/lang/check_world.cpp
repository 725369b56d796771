#include "check_world.h"

#include "lang/parse/parse.h"
#include "model/load.h"
#include "support/catch.h"

namespace remit::test {
namespace {

using value::Kind;

value::Date day(const char* text) { return *value::parse_date(text); }

template <typename Data>
lang::Dated always(Data data) {
  return {{value::Value{std::move(data)}}, std::nullopt, std::nullopt, {}};
}

lang::Parameter parameter(const std::string& name, Kind kind, lang::Dated dated) {
  return {name, value::type(kind), "", {std::move(dated)}, {}};
}

void add_parameters(lang::Environment& world) {
  world.parameters.push_back(parameter("most", Kind::kInteger, always(std::int64_t{15})));
  world.parameters.push_back(parameter("share", Kind::kNumber, always(0.5)));
  world.parameters.push_back(parameter("main_role", Kind::kString, always(std::string("lead"))));
  world.parameters.push_back(parameter("old_role", Kind::kString, always(std::string("primary"))));
  world.parameters.push_back(parameter(
      "notice", Kind::kDuration, always(value::Duration{2, value::DurationFamily::kWorkingDays})));
  lang::Parameter series = parameter("home_team", Kind::kString, always(std::string("north")));
  series.values[0].to = day("2024-12-31");
  series.values.push_back(
      {{value::Value{std::string("south")}}, day("2025-01-01"), std::nullopt, {}});
  world.parameters.push_back(series);
}

void add_set(lang::Environment& world, const std::string& name,
             const std::vector<std::string>& values) {
  lang::CodeSet set{name, value::type(Kind::kString), {}, {}};
  for (const std::string& value : values) set.values.push_back(always(value));
  world.sets.push_back(set);
}

void add_sets(lang::Environment& world) {
  add_set(world, "main_roles", {"lead", "co"});
  add_set(world, "old_roles", {"lead", "primary", "second"});
  lang::CodeSet grades{"grades", value::type(Kind::kInteger), {}, {}};
  grades.values = {always(std::int64_t{1}), always(std::int64_t{2})};
  world.sets.push_back(grades);
}

value::Type argument_type(const model::Model& model, const std::string& word) {
  if (const auto table = model.entity(word)) return value::row_type(*table);
  for (const Kind kind : {Kind::kBoolean, Kind::kInteger, Kind::kNumber, Kind::kString, Kind::kDate,
                          Kind::kDuration, Kind::kPeriod}) {
    if (value::to_string(value::type(kind)) == word) return value::type(kind);
  }
  FAIL("no type " << word);
  return {};
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// `w: worker, d: date`
std::vector<lang::Slot> read_arguments(const model::Model& model, std::string text) {
  std::vector<lang::Slot> slots{{"", value::type(Kind::kDate)}};
  while (!trimmed(text).empty()) {
    const std::string one = text.substr(0, text.find(','));
    text = one.size() == text.size() ? "" : text.substr(one.size() + 1);
    const auto colon = one.find(':');
    slots.push_back(
        {trimmed(one.substr(0, colon)), argument_type(model, trimmed(one.substr(colon + 1)))});
  }
  return slots;
}

// `name(w: worker, d: date) = expression`
lang::ExpressionPtr read_definition(lang::Environment& world, const text::Excerpt& line,
                                    text::Diagnostics& diagnostics) {
  const std::size_t open = line.text.find('(');
  const std::size_t close = line.text.find(')');
  const std::size_t equals = line.text.find('=');
  REQUIRE((open < close && close < equals && equals < line.text.size()));
  lang::Definition definition;
  definition.name = line.text.substr(0, open);
  definition.slots = read_arguments(*world.model, line.text.substr(open + 1, close - open - 1));
  definition.arguments = definition.slots.size() - 1;
  definition.where = {line.file, line.span(0, open)};
  world.definitions.push_back(definition);
  text::Excerpt body{line.file, line.text.substr(equals + 1), {}};
  body.offsets.assign(line.offsets.begin() + static_cast<std::ptrdiff_t>(equals) + 1,
                      line.offsets.end());
  return lang::parse_expression(body, diagnostics);
}

std::shared_ptr<const model::Model> small_model() {
  const std::string path = std::string(REMIT_SOURCE_DIR) + "/tests/golden/lang/model.yaml";
  text::Diagnostics diagnostics;
  const auto file = std::make_shared<text::SourceFile>("model.yaml", read_file(path));
  auto model = model::load(file, diagnostics);
  REQUIRE(model.has_value());
  return std::make_shared<const model::Model>(std::move(*model));
}

}  // namespace

Lines split_lines(const std::string& path, const std::string& content) {
  Lines result{std::make_shared<text::SourceFile>(path, content), {}};
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t end = content.find('\n', begin);
    text::Excerpt line{result.file, content.substr(begin, end - begin), {}};
    for (std::size_t i = 0; i <= line.text.size(); ++i) {
      line.offsets.push_back(static_cast<std::uint32_t>(begin + i));
    }
    if (!line.text.empty()) result.lines.push_back(std::move(line));
    begin = end == std::string::npos ? content.size() : end + 1;
  }
  return result;
}

lang::Environment check_world(const GoldenCase& golden, text::Diagnostics& diagnostics) {
  static const std::shared_ptr<const model::Model> kModel = small_model();
  lang::Environment world;
  world.model = kModel;
  if (golden.section("without").find("calendar") == std::string::npos) {
    world.calendar = std::make_shared<value::Calendar>(
        "plain", day("2020-01-01"), day("2030-12-31"),
        std::vector<bool>{false, false, false, false, false, true, true},
        std::vector<value::Holiday>{});
  }
  add_parameters(world);
  add_sets(world);
  const Lines definitions = split_lines("definitions", golden.section("definitions"));
  world.file = definitions.file;
  std::vector<lang::ExpressionPtr> bodies;
  for (const text::Excerpt& line : definitions.lines) {
    bodies.push_back(read_definition(world, line, diagnostics));
  }
  lang::check_definitions(world, bodies, diagnostics);
  return world;
}

}  // namespace remit::test

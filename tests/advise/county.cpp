#include "advise/county.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "data/read.h"
#include "engine/evaluate.h"
#include "findings/verdict.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR;
const std::string kData = kTop + "/examples/northshire/data";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  if (line.back() == ',') cells.emplace_back();
  return cells;
}

/// The place of a column; -1 where the table has none of the name.
int column(const std::vector<std::string>& header, const std::string& name) {
  const auto found = std::find(header.begin(), header.end(), name);
  return found == header.end() ? -1 : static_cast<int>(found - header.begin());
}

/// The rows of a table whose key in a column is among some; all where it has no such column.
std::string rows_with(const std::string& text, const std::string& name,
                      const std::set<std::string>& keys) {
  const auto lines = lines_of(text);
  const int at = column(cells_of(lines.front()), name);
  if (at < 0) return text;
  std::string kept = lines.front() + "\n";
  for (std::size_t row = 1; row < lines.size(); ++row) {
    if (keys.contains(cells_of(lines[row])[static_cast<std::size_t>(at)])) {
      kept += lines[row] + "\n";
    }
  }
  return kept;
}

bool has_column(const std::string& text, const std::string& name) {
  return column(cells_of(lines_of(text).front()), name) >= 0;
}

/// The keys in a column, if the table has it.
void add_keys(const std::string& text, const std::string& name, std::set<std::string>& keys) {
  const auto lines = lines_of(text);
  const int at = column(cells_of(lines.front()), name);
  for (std::size_t row = 1; at >= 0 && row < lines.size(); ++row) {
    keys.insert(cells_of(lines[row])[static_cast<std::size_t>(at)]);
  }
}

std::set<std::string> some_keys(const std::string& text, std::size_t count, std::mt19937_64& dice) {
  const auto lines = lines_of(text);
  std::set<std::string> keys;
  while (keys.size() < count) {
    keys.insert(cells_of(lines[1 + dice() % (lines.size() - 1)]).front());
  }
  return keys;
}

}  // namespace

Request county(const std::string& as_of) {
  Request request;
  request.rules = {kTop + "/rules/england-children"};
  request.data = kData;
  request.as_of = value::parse_date(as_of).value();
  request.home = kTop;
  request.show_personal = true;
  return request;
}

Tables read_county() {
  Tables tables;
  for (const auto& entry : std::filesystem::directory_iterator(kData)) {
    tables[entry.path().stem().string()] = read_file(entry.path().string());
  }
  return tables;
}

Tables part_of_county(std::uint64_t seed, std::size_t cases) {
  constexpr std::size_t kMoreWorkers = 20;
  std::mt19937_64 dice(seed);
  Tables tables = read_county();
  const std::set<std::string> kept = some_keys(tables["cases"], cases, dice);
  std::set<std::string> workers = some_keys(tables["workers"], kMoreWorkers, dice);
  for (auto& [name, text] : tables) {
    if (!has_column(text, "case_id")) continue;
    text = rows_with(text, "case_id", kept);
    add_keys(text, "worker_id", workers);
  }
  std::set<std::string> people;
  add_keys(tables["cases"], "person_id", people);
  for (auto& [name, text] : tables) {
    if (has_column(text, "case_id")) continue;
    text = rows_with(rows_with(text, "worker_id", workers), "person_id", people);
  }
  return tables;
}

void write_tables(const Tables& tables, const std::filesystem::path& folder) {
  for (const auto& [name, text] : tables) std::ofstream(folder / (name + ".csv")) << text;
}

rules::RuleSet county_rules() {
  text::Diagnostics ignored;
  rules::LoadOptions options;
  options.home = kTop;
  auto rules =
      rules::load({kTop + "/rules/england-children"}, options, rules::DiskReader(), ignored);
  REQUIRE(rules);
  return std::move(*rules);
}

std::unique_ptr<Advisor> load(const Request& request) {
  text::Diagnostics diagnostics;
  Obstacle obstacle = Obstacle::kNone;
  auto advisor = Advisor::load(request, obstacle, diagnostics);
  REQUIRE(advisor);
  return advisor;
}

std::vector<rules::Outcome> audit_of(const rules::RuleSet& rules, const Tables& tables,
                                     value::Date as_of) {
  std::vector<data::Input> inputs;
  for (const auto& [name, text] : tables) {
    const auto table = rules.model->table(name);
    REQUIRE(table);
    inputs.push_back({*table, name + ".csv", text});
  }
  const data::Dataset data = data::read_inputs(rules.model, inputs, as_of);
  engine::Options options;
  options.as_of = as_of;
  return engine::evaluate(rules, data, options).outcomes.outcomes;
}

std::string describe(const std::vector<findings::Finding>& all) {
  std::string text;
  for (const findings::Finding& finding : all) {
    const rules::Outcome& outcome = finding.outcome;
    text += std::to_string(outcome.rule) + " " + std::string(findings::word(outcome.verdict)) +
            " " + outcome.subject.entity + " " + outcome.subject.key + " ";
    text += outcome.period ? value::to_string(*outcome.period) : "-";
    text += outcome.due ? " " + value::to_string(*outcome.due) : "";
    text += " " + outcome.message + " {";
    for (const auto& evidence : outcome.evidence) {
      text += evidence.path + "=" + value::to_string(evidence.value) + "@" + evidence.key + " ";
    }
    text += "} " + std::to_string(outcome.needs.size()) + "\n";
  }
  return text;
}

std::string describe(const Effects& effects) {
  return "caused\n" + describe(effects.caused) + "doubted\n" + describe(effects.doubted) +
         "brought\n" + describe(effects.brought) + "ended\n" + describe(effects.ended);
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

Changer::Changer(std::uint64_t seed, value::Date as_of, Tables tables)
    : dice_(seed), as_of_(as_of), tables_(std::move(tables)) {
  for (const auto& [name, text] : tables_) rows_[name] = lines_of(text);
}

std::vector<Change> Changer::changes(Tables& with) {
  with = tables_;
  added_ = 0;
  ended_.clear();
  std::vector<Change> all;
  const int count = below(4) == 0 ? 3 : 1;
  for (int i = 0; i < count; ++i) all.push_back(change(with));
  return all;
}

const std::string& Changer::any_row(const std::string& table) {
  const auto& rows = rows_[table];
  return rows[1 + dice_() % (rows.size() - 1)];
}

std::string Changer::any_key(const std::string& table) { return cells_of(any_row(table)).front(); }

std::string Changer::any_role() {
  const char* const roles[] = {"lead", "co", "contributor", "iro", "personal_adviser", "overseer"};
  return roles[below(2) == 0 ? 0U : dice_() % 6];
}

value::Date Changer::any_day() {
  const char* const odd[] = {"1850-01-01", "2999-12-31"};
  if (below(40) == 0) return value::parse_date(odd[below(2)]).value();
  return below(3) == 0 ? as_of_ : value::Date{as_of_.days - below(500)};
}

Change Changer::change(Tables& with) {
  switch (below(5)) {
    case 0:
      return end(with);
    case 1:
      return task(with);
    default:
      return assign(with);
  }
}

std::string Changer::next_key() {
  const int number = ++added_;
  return number == 1 ? "XNEW" : "XNEW-" + std::to_string(number);
}

Change Changer::assign(Tables& with) {
  Assign assign{any_key("cases"), any_key("workers"), any_role(), any_day(), false, next_key()};
  with["allocations"] += assign.key + "," + assign.subject + "," + assign.worker + "," +
                         assign.role + ",,,," + value::to_string(*assign.on) + ",\n";
  return assign;
}

Change Changer::task(Tables& with) {
  const char* const tasks[] = {"s47_enquiry", "s17_assessment", "adoption_report", "other"};
  Assign assign{any_key("cases"), any_key("workers"), tasks[dice_() % 4], any_day(), true,
                next_key()};
  with["activities"] += assign.key + "," + assign.subject + "," + assign.worker + "," +
                        assign.role + "," + value::to_string(*assign.on) + "\n";
  return assign;
}

/// Of an allocation that is open, for nothing can end twice; an assignment where none is found.
Change Changer::end(Tables& with) {
  std::string line;
  std::vector<std::string> cells;
  int tries = 0;
  do {
    if (++tries > 50) return assign(with);
    line = any_row("allocations");
    cells = cells_of(line);
  } while (!cells[8].empty() || ended_.contains(cells[0]) || cells[7] > value::to_string(as_of_));
  ended_.insert(cells[0]);
  const value::Date on = std::max(any_day(), value::parse_date(cells[7]).value());
  std::string& text = with["allocations"];
  text.replace(text.find(line + "\n"), line.size(), line + value::to_string(on));
  return End{cells[0], on};
}

}  // namespace remit::test

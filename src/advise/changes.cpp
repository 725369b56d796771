#include "advise/changes.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/read.h"
#include "text/nearest.h"

namespace remit::advise {
namespace {

using value::Date;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Makes the changes of one question, one after the other.
class Maker {
 public:
  Maker(const Session& session, World& world, text::Diagnostics& diagnostics)
      : session_(session), world_(world), diagnostics_(diagnostics) {}

  bool operator()(const Assign& assign) {
    const auto table = table_of_assignments(session_, assign.task, diagnostics_);
    if (!table) return false;
    const model::Table& about = session_.model().tables[at(*table)];
    const auto subject = find(about, about.assignment->subject, assign.subject);
    const auto worker = find(about, about.assignment->worker, assign.worker);
    const Date day = assign.on.value_or(session_.as_of());
    if (!subject || !worker || !is_judged(day)) return false;
    if (!is_there(about, about.assignment->subject, *subject, assign.subject, day)) return false;
    auto cells = read_cells(*table, assign, day);
    if (!cells) return false;
    data::AddedRow row{std::move(*cells), std::vector<std::int32_t>(about.relations.size(), -1)};
    row.targets[at(about.assignment->subject)] = *subject;
    row.targets[at(about.assignment->worker)] = *worker;
    if (workers_) return add_each(*table, row);
    const std::int32_t number = world_.overlay().add(*table, row);
    note_added(*table, number);
    return true;
  }

  bool operator()(const End& end) {
    const auto table = table_of_assignments(session_, false, diagnostics_);
    if (!table) return false;
    const model::Table& about = session_.model().tables[at(*table)];
    const std::int32_t row = session_.row(*table, end.key);
    if (row < 0) {
      say_unknown(session_, *table, end.key, diagnostics_);
      return false;
    }
    const Date day = end.on.value_or(session_.as_of());
    if (!is_judged(day) || !can_end(about, *table, row, end.key, day)) return false;
    const model::PeriodField& period = about.periods[at(*about.assignment->period)];
    const Date last = period.inclusive ? Date{day.days - 1} : day;
    world_.overlay().set(*table, row, period.to, {last});
    made_.changes.common.push_back({*table, static_cast<std::uint32_t>(row)});
    return true;
  }

  /// Makes of the next assignment one to each of some workers, in a world of its own.
  void to_each_of(const std::vector<std::int32_t>& workers) { workers_ = &workers; }

  /// What is all that changes, and one row, is as well the own row of one world.
  Made take() {
    Changes& changes = made_.changes;
    if (changes.own.table < 0 && made_.added.size() == 1 && changes.common.size() == 1) {
      changes.own = {changes.common.front().table, changes.common.front().row};
      changes.common.clear();
    }
    return std::move(made_);
  }

 private:
  void note_added(int table, std::int32_t row) {
    made_.changes.common.push_back({table, static_cast<std::uint32_t>(row)});
    made_.added.push_back(data::key_text(world_.data(), table, row));
  }

  bool add_each(int table, const data::AddedRow& first) {
    const model::Assignment& assignment = *session_.model().tables[at(table)].assignment;
    const model::Relation& relation =
        session_.model().tables[at(table)].relations[at(assignment.worker)];
    std::vector<data::AddedRow> rows(workers_->size(), first);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::int32_t worker = (*workers_)[i];
      rows[i].cells[at(relation.fields.front())] = data::cell(
          session_.data().tables[at(relation.target)], relation.target_fields.front(), worker);
      rows[i].targets[at(assignment.worker)] = worker;
    }
    const std::int32_t number = world_.overlay().add(table, rows);
    made_.changes.own = {table, static_cast<std::uint32_t>(number)};
    made_.changes.worlds = static_cast<std::uint32_t>(rows.size());
    made_.added.push_back(data::key_text(world_.data(), table, number));
    return true;
  }

  std::optional<std::int32_t> find(const model::Table& about, int relation,
                                   const std::string& key) {
    const int target = about.relations[at(relation)].target;
    const std::int32_t row = session_.row(target, key);
    if (row >= 0) return row;
    say_unknown(session_, target, key, diagnostics_);
    return std::nullopt;
  }

  bool is_judged(Date day) {
    if (day <= session_.as_of()) return true;
    diagnostics_.error(
        "after-as-of", {},
        fmt::format("{} lies after the as-of date, {}", value::to_string(day),
                    value::to_string(session_.as_of())),
        fmt::format("ask as of {}: nothing after that day is judged", value::to_string(day)));
    return false;
  }

  /// The case itself has begun and not ended, as far as the model and the data tell.
  bool is_there(const model::Table& about, int relation, std::int32_t row, const std::string& key,
                Date day) {
    const auto table = at(about.relations[at(relation)].target);
    const auto& periods = session_.data().tables[table].periods;
    const auto number = static_cast<std::size_t>(row);
    if (periods.empty() || !periods.front().known.get(number)) return true;
    const value::Period& period = periods.front().values[number];
    if (value::covers(period, day)) return true;
    const std::string& entity = session_.model().tables[table].entity;
    const bool early = day < period.from;
    diagnostics_.error("not-there", {},
                       fmt::format("{} `{}` {} on {}, so nobody can be assigned to it on {}",
                                   entity, key, early ? "began" : "ended",
                                   value::to_string(early ? period.from : value::end_day(period)),
                                   value::to_string(day)),
                       early ? "give a later day" : "give an earlier day, or another " + entity);
    return false;
  }

  bool can_end(const model::Table& about, int table, std::int32_t row, const std::string& key,
               Date day) {
    const auto& column = world_.data().tables[at(table)].periods[at(*about.assignment->period)];
    const auto number = static_cast<std::size_t>(row);
    if (!column.known.get(number)) return true;
    const value::Period& period = column.values[number];
    if (period.from <= day && value::is_open(period)) return true;
    if (period.from <= day && day < value::end_day(period)) return true;
    const bool early = day < period.from;
    diagnostics_.error("not-there", {},
                       fmt::format("{} `{}` {} on {}, so it cannot end on {}", about.entity, key,
                                   early ? "begins only" : "ended already",
                                   value::to_string(early ? period.from : value::end_day(period)),
                                   value::to_string(day)),
                       early ? "give a later day" : "leave it out");
    return false;
  }

  /// The row as an export would have it, read as a cell of a file is.
  std::optional<std::vector<value::Value>> read_cells(int table, const Assign& assign, Date day) {
    const model::Table& about = session_.model().tables[at(table)];
    data::MemoryTable text{table, about.name, {}};
    text.rows.push_back({1, std::vector<std::optional<std::string>>(about.fields.size())});
    auto& cells = text.rows.front().cells;
    const model::Assignment& assignment = *about.assignment;
    const auto put = [&](int field, const std::string& value) { cells[at(field)] = value; };
    put(about.primary_key.front(), free_key(about, table, assign.key));
    put(about.relations[at(assignment.subject)].fields.front(), assign.subject);
    put(about.relations[at(assignment.worker)].fields.front(), assign.worker);
    put(assignment.period ? about.periods[at(*assignment.period)].from : *assignment.on,
        value::to_string(day));
    if (assignment.role) put(*assignment.role, role_of(about, assign));
    if (!have_columns(about, table, cells)) return std::nullopt;
    return checked(table, std::move(text), assign);
  }

  /// The cells as a file with this row would give them. What is in them beside the keys of case and
  /// worker, which are those of rows, is read once.
  std::optional<std::vector<value::Value>> checked(int table, data::MemoryTable text,
                                                   const Assign& assign) {
    const model::Table& about = session_.model().tables[at(table)];
    const model::Assignment& assignment = *about.assignment;
    Session::RowText key{table, text.rows.front().cells};
    for (const int relation : {assignment.subject, assignment.worker}) {
      key.second[at(about.relations[at(relation)].fields.front())].reset();
    }
    auto values = session_.cells_of(key);
    if (!values) {
      values = read_row(table, text);
      if (!values) return std::nullopt;
      session_.keep_cells(key, *values);
    }
    put_key(about.relations[at(assignment.subject)], assign.subject, *values);
    put_key(about.relations[at(assignment.worker)], assign.worker, *values);
    return values;
  }

  /// The key of a row in the cell that leads to it.
  void put_key(const model::Relation& relation, const std::string& key,
               std::vector<value::Value>& cells) const {
    cells[at(relation.fields.front())] =
        data::cell(session_.data().tables[at(relation.target)], relation.target_fields.front(),
                   session_.row(relation.target, key));
  }

  std::optional<std::vector<value::Value>> read_row(int table, const data::MemoryTable& text) {
    const data::Dataset read = data::read_memory(session_.data().model, {text}, session_.as_of());
    for (const data::DataFinding& finding : read.findings) {
      diagnostics_.error("bad-cell", {}, finding.message,
                         finding.expected.empty() ? "" : "give " + finding.expected);
    }
    const data::Table& rows = read.tables[at(table)];
    if (diagnostics_.has_errors() || rows.rows != 1) return std::nullopt;
    std::vector<value::Value> values;
    for (const data::Column& column : rows.columns) values.push_back(data::cell(column, 0));
    return values;
  }

  bool have_columns(const model::Table& about, int table,
                    const std::vector<std::optional<std::string>>& cells) {
    for (std::size_t field = 0; field < cells.size(); ++field) {
      if (!cells[field] || session_.data().tables[at(table)].columns_given[field]) continue;
      diagnostics_.error("column-missing", {},
                         fmt::format("`{}` of the export has no column `{}`", about.name,
                                     about.fields[field].name),
                         "give the column: without it nobody can tell what the row would do");
      return false;
    }
    return true;
  }

  std::string free_key(const model::Table& about, int table, const std::string& wanted) {
    if (!wanted.empty()) {
      if (session_.row(table, wanted) >= 0 || is_added(wanted)) {
        diagnostics_.error("key-taken", {},
                           fmt::format("there is a {} `{}` already", about.entity, wanted),
                           "give another key, or none");
      }
      return wanted;
    }
    for (int number = 1;; ++number) {
      std::string key = number == 1 ? "NEW" : fmt::format("NEW-{}", number);
      if (session_.row(table, key) < 0 && !is_added(key)) return key;
    }
  }
  bool is_added(const std::string& key) const {
    return std::find(made_.added.begin(), made_.added.end(), key) != made_.added.end();
  }

  static std::string role_of(const model::Table& about, const Assign& assign) {
    const auto& allowed = about.fields[at(*about.assignment->role)].allowed;
    return assign.role.empty() && !allowed.empty() ? allowed.front() : assign.role;
  }

  const Session& session_;
  World& world_;
  text::Diagnostics& diagnostics_;
  const std::vector<std::int32_t>* workers_ = nullptr;
  Made made_;
};

}  // namespace

int workers_table(const Session& session, int assignments) {
  const model::Table& about = session.model().tables[at(assignments)];
  return about.relations[at(about.assignment->worker)].target;
}

std::optional<int> table_of_assignments(const Session& session, bool tasks,
                                        text::Diagnostics& diagnostics) {
  const auto table = session.assignments(tasks);
  if (!table) {
    diagnostics.error(
        "no-assignments", {},
        fmt::format("the model `{}` does not say which table {}", session.model().name,
                    tasks ? "has tasks of workers" : "has the cases of workers"),
        "add `assignment` to that table of the model");
    return std::nullopt;
  }
  if (session.data().tables[at(*table)].given) return table;
  diagnostics.error("table-missing", {},
                    fmt::format("the export has no `{}`", session.model().tables[at(*table)].name),
                    "give the table: without it nobody can tell what an assignment would do");
  return std::nullopt;
}

void say_unknown(const Session& session, int table, const std::string& key,
                 text::Diagnostics& diagnostics) {
  const model::Table& about = session.model().tables[at(table)];
  const auto nearest = text::nearest(key, session.keys(table));
  diagnostics.error("unknown-row", {}, fmt::format("there is no {} `{}`", about.entity, key),
                    nearest ? fmt::format("did you mean `{}`?", *nearest)
                            : fmt::format("use a key of `{}`", about.name));
}

std::optional<Made> make_changes(const Session& session, const std::vector<Change>& changes,
                                 World& world, text::Diagnostics& diagnostics) {
  Maker maker(session, world, diagnostics);
  if (changes.empty()) {
    diagnostics.error("no-change", {}, "there is nothing to check",
                      "name an assignment, or one to end");
    return std::nullopt;
  }
  for (const Change& change : changes) {
    if (!std::visit(maker, change)) return std::nullopt;
  }
  return maker.take();
}

std::optional<Made> make_worlds(const Session& session, const Assign& assign,
                                const std::vector<End>& ends,
                                const std::vector<std::int32_t>& workers, World& world,
                                text::Diagnostics& diagnostics) {
  Maker maker(session, world, diagnostics);
  for (const End& end : ends) {
    if (!maker(end)) return std::nullopt;
  }
  maker.to_each_of(workers);
  if (!maker(assign)) return std::nullopt;
  return maker.take();
}

std::vector<Holder> holders_beside(const Session& session, const data::Dataset& data, int table,
                                   std::int32_t row, std::size_t before) {
  const model::Table& about = session.model().tables[at(table)];
  const model::Assignment& assignment = *about.assignment;
  std::vector<Holder> holders;
  if (!assignment.period || !assignment.role) return holders;
  const data::Table& rows = data.tables[at(table)];
  const auto& periods = rows.periods[at(*assignment.period)];
  const auto& cases = *rows.targets[at(assignment.subject)];
  const auto& workers = *rows.targets[at(assignment.worker)];
  const auto own = static_cast<std::size_t>(row);
  const value::Value role = data::cell(rows, *assignment.role, row);
  for (std::size_t other = 0; other < before; ++other) {
    if (other == own || cases[other] != cases[own] || !periods.known.get(other)) continue;
    const auto number = static_cast<std::int32_t>(other);
    const bool overlaps = value::end_day(periods.values[other]) > periods.values[own].from;
    if (!overlaps || data::cell(rows, *assignment.role, number).data != role.data) continue;
    const int target = about.relations[at(assignment.worker)].target;
    holders.push_back({data::key_text(data, table, number),
                       workers[other] < 0 ? "" : data::key_text(data, target, workers[other])});
  }
  return holders;
}

}  // namespace remit::advise

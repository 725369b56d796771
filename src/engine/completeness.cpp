#include "engine/completeness.h"

#include <algorithm>

#include "engine/expression.h"
#include "engine/standing.h"
#include "lang/walk.h"

namespace remit::engine {
namespace {

using value::Date;

std::optional<Date> date_at(const Vector& dates, std::size_t i) {
  if (!dates.is_known(i)) return std::nullopt;
  return Date{dates.of<std::int32_t>()[dates.at(i)]};
}

/// The first day on which something that decides about each subject can have happened.
std::vector<std::optional<Date>> first_days(const rules::Rule& rule, const Elements& subjects,
                                            Context& context) {
  const std::size_t size = subjects.frame->size();
  Indices all(size);
  for (std::size_t i = 0; i < size; ++i) all[i] = static_cast<std::uint32_t>(i);
  auto frame = Frame::derived(subjects.frame, all);
  frame->bind(0, date_vector(context.as_of, size));
  const Vector own = own_dates(rule, frame, context);
  std::vector<std::optional<Date>> days;
  for (std::size_t i = 0; i < size; ++i) days.push_back(date_at(own, i));
  const auto* deadline = std::get_if<rules::Deadline>(&rule.kind);
  if (!deadline || !deadline->counts_from) return days;
  frame->bind(0, own);
  const Vector from = evaluate(*deadline->counts_from, frame, context);
  for (std::size_t i = 0; i < size; ++i) {
    if (days[i] && from.is_known(i)) days[i] = std::min(days[i], date_at(from, i));
  }
  return days;
}

Elements some_of(const Elements& all, const Indices& indices) {
  Elements some;
  some.outer = all.outer;
  some.unknown = all.unknown;
  some.open = all.open;
  for (const std::uint32_t i : indices) some.owner.push_back(all.owner[i]);
  some.where = gather(all.where, indices);
  some.frame = narrow(all.frame, indices);
  return some;
}

}  // namespace

bool reads_open(const lang::typed::Node& node, const Context& context) {
  if (context.open.empty()) return false;
  const std::set<int> tables = lang::tables_read(node, context.environment);
  return std::any_of(tables.begin(), tables.end(),
                     [&](int table) { return context.open.contains(table); });
}

Completeness::Completeness(const rules::Rule& rule, const std::map<int, Date>& stated,
                           Context& context)
    : rule_(rule), data_(context.data), stated_(stated) {
  for (const int table : rule.reads) {
    const auto found = stated.find(table);
    if (found != stated.end() && found->second != value::kFirstDate) since_.insert(*found);
  }
  if (since_.empty() || !over_of(rule)) return;
  std::set<int> tables;
  for (const auto& [table, date] : since_) {
    tables.insert(table);
    context.known_from = std::max(date, context.known_from.value_or(date));
  }
  context.known_note = note(tables);
}

std::set<int> Completeness::unstated(const std::set<int>& tables) const {
  std::set<int> result;
  for (const int table : tables) {
    if (!stated_.contains(table)) result.insert(table);
  }
  return result;
}

std::vector<Completeness::Part> Completeness::parts_of(const Elements& subjects,
                                                       Context& context) const {
  const bool about_rows = std::holds_alternative<rules::Unique>(rule_.kind);
  if (since_.empty() || over_of(rule_) || about_rows) return {{{}, subjects}};
  std::map<std::set<int>, Indices> groups;
  const auto days = first_days(rule_, subjects, context);
  for (std::uint32_t i = 0; i < days.size(); ++i) {
    groups[days[i] ? open_on(*days[i]) : std::set<int>{}].push_back(i);
  }
  std::vector<Part> parts;
  for (const auto& [open, indices] : groups) parts.push_back({open, some_of(subjects, indices)});
  return parts;
}

std::string Completeness::note(const std::set<int>& open) const {
  std::string text;
  for (const int table : open) {
    text += (text.empty() ? " (" : ", ");
    text += "`" + data_.model->tables[static_cast<std::size_t>(table)].name +
            "` is complete from " + value::to_string(since_.at(table));
  }
  return text.empty() ? text : text + ")";
}

std::set<int> Completeness::open_on(Date date) const {
  std::set<int> open;
  for (const auto& [table, since] : since_) {
    if (date < since) open.insert(table);
  }
  return open;
}

}  // namespace remit::engine

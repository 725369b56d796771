#include "engine/find_subject.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "engine/answers.h"
#include "engine/expression.h"
#include "engine/subjects.h"
#include "text/nearest.h"

namespace remit::engine {
namespace {

using Parts = std::vector<std::string>;

/// So many keys are offered to who asked for one that is none.
constexpr std::size_t kOffered = 12;
constexpr std::size_t kNear = 5;

Parts parts_of(const std::string& key) {
  constexpr std::string_view kBetween = " + ";
  Parts parts;
  std::size_t begin = 0;
  for (std::size_t at = key.find(kBetween); at != std::string::npos;
       at = key.find(kBetween, begin)) {
    parts.push_back(key.substr(begin, at - begin));
    begin = at + kBetween.size();
  }
  parts.push_back(key.substr(begin));
  return parts;
}

/// Whether all of `some` are among `all`, in their order.
bool is_part(const Parts& some, const Parts& all) {
  auto from = all.begin();
  for (const std::string& part : some) {
    from = std::find(from, all.end(), part);
    if (from == all.end()) return false;
    ++from;
  }
  return true;
}

enum class Match { kWhole, kPart };

/// Calls f with each batch and those of its subjects that have the key, or a part of it.
void each_match(const rules::Rule& rule, const std::string& key, Match match, Context& context,
                const std::function<void(const Elements&, Indices)>& f) {
  const Parts wanted = parts_of(key);
  each_batch(rule, context, [&](const Elements& subjects) {
    Indices places;
    for (std::uint32_t i = 0; i < subjects.frame->size(); ++i) {
      const std::string found = subject_of(rule, subjects.frame, i, context).key;
      if (match == Match::kWhole ? found == key : is_part(wanted, parts_of(found))) {
        places.push_back(i);
      }
    }
    if (!places.empty()) f(subjects, std::move(places));
  });
}

std::vector<FoundSubjects> find(const rules::Rule& rule, const std::string& key, Match match,
                                Context& context) {
  std::vector<FoundSubjects> found;
  each_match(rule, key, match, context, [&](const Elements& batch, Indices places) {
    found.push_back({batch, std::move(places)});
  });
  return found;
}

std::set<std::string> keys_of(const rules::Rule& rule, const std::vector<FoundSubjects>& found,
                              const Context& context) {
  std::set<std::string> keys;
  for (const FoundSubjects& each : found) {
    for (const std::uint32_t place : each.places) {
      keys.insert(subject_of(rule, each.batch.frame, place, context).key);
    }
  }
  return keys;
}

std::vector<std::string> first_of(const std::set<std::string>& keys, std::size_t limit) {
  std::vector<std::string> result;
  for (const std::string& key : keys) {
    if (result.size() < limit) result.push_back(key);
  }
  return result;
}

/// The row of a table with a key; -1 where there is none.
std::int32_t row_with(const Context& context, int table, const std::string& key) {
  const std::size_t rows = context.table(table).rows;
  for (std::size_t row = 0; row < rows; ++row) {
    const auto number = static_cast<std::int32_t>(row);
    if (data::key_text(context.data, table, number) == key) return number;
  }
  return -1;
}

/// The conditions of `for` up to the first one that is false.
std::vector<Answer> conditions_of(const rules::Rule& rule, const FramePtr& subject,
                                  Context& context) {
  std::vector<Answer> answers;
  for (const auto& binding : rule.subjects) {
    if (!binding.where) continue;
    answers.push_back(answer(binding.where, subject, rule.where.file, context));
    if (answers.back().truth == false) break;
  }
  return answers;
}

/// What would be a subject but for the conditions of `for`.
std::optional<NoSubject> dropped(const rules::Rule& rule, const std::string& key,
                                 const Context& context) {
  rules::Rule bare = rule;
  for (auto& binding : bare.subjects) binding.where = nullptr;
  // A context of its own: it keeps look-ups by the place of an expression, and those here go away.
  std::set<CalendarMiss> misses;
  Context own = context.beside(misses);
  std::vector<FoundSubjects> found = find(bare, key, Match::kWhole, own);
  if (found.empty()) found = find(bare, key, Match::kPart, own);
  if (found.empty()) return std::nullopt;
  const auto subject = narrow(found.front().batch.frame, {found.front().places.front()});
  NoSubject none;
  none.why = NoSubject::Why::kDropped;
  none.row = subject_of(bare, subject, 0, own);
  none.selected = conditions_of(rule, subject, own);
  const auto keys = keys_of(bare, found, own);
  if (keys.size() > 1) none.keys = first_of(keys, kOffered);
  return none;
}

/// A row of the first table with which a later name of `for` finds nothing.
std::optional<NoSubject> nothing_bound(const rules::Rule& rule, const std::string& key,
                                       const Context& context) {
  const int table = rule.subjects.front().type.table;
  if (table < 0 || rule.subjects.size() < 2) return std::nullopt;
  const std::string first = parts_of(key).front();
  if (row_with(context, table, first) < 0) return std::nullopt;
  NoSubject none;
  none.why = NoSubject::Why::kNothingBound;
  none.row = {context.table_model(table).entity, first};
  none.binding = rule.subjects[1].name;
  return none;
}

std::optional<NoSubject> of_other_table(const std::string& key, const Context& context) {
  NoSubject none;
  none.why = NoSubject::Why::kOtherTable;
  for (std::size_t table = 0; table < context.data.tables.size(); ++table) {
    const int index = static_cast<int>(table);
    if (row_with(context, index, key) < 0) continue;
    none.row = {context.table_model(index).entity, key};
    none.resources.push_back(context.table_model(index).name);
  }
  if (none.resources.empty()) return std::nullopt;
  return none;
}

/// The nearest key, and the neighbours of the one that was asked for in their order.
std::vector<std::string> near(const std::string& key, const std::set<std::string>& keys) {
  std::vector<std::string> result;
  const std::vector<std::string> all(keys.begin(), keys.end());
  if (const auto nearest = text::nearest(key, all)) result.push_back(*nearest);
  auto from = std::lower_bound(all.begin(), all.end(), key);
  from -= std::min<std::ptrdiff_t>(from - all.begin(), 2);
  for (; from != all.end() && result.size() < kNear; ++from) {
    if (std::find(result.begin(), result.end(), *from) == result.end()) result.push_back(*from);
  }
  return result;
}

}  // namespace

std::vector<FoundSubjects> find_subjects(const rules::Rule& rule, const std::string& key,
                                         Context& context) {
  std::vector<FoundSubjects> found = find(rule, key, Match::kWhole, context);
  if (!found.empty()) return found;
  found = find(rule, key, Match::kPart, context);
  if (keys_of(rule, found, context).size() > 1) return {};
  return found;
}

NoSubject why_none(const rules::Rule& rule, const std::string& key, Context& context) {
  const auto several = keys_of(rule, find(rule, key, Match::kPart, context), context);
  NoSubject none;
  if (!several.empty()) {
    none.why = NoSubject::Why::kAmbiguous;
    none.keys = first_of(several, kOffered);
    none.subjects = several.size();
    return none;
  }
  if (auto found = dropped(rule, key, context)) return std::move(*found);
  if (auto found = nothing_bound(rule, key, context)) return std::move(*found);
  std::set<std::string> all;
  each_batch(rule, context, [&](const Elements& subjects) {
    none.subjects += subjects.frame->size();
    for (std::uint32_t i = 0; i < subjects.frame->size(); ++i) {
      all.insert(subject_of(rule, subjects.frame, i, context).key);
    }
  });
  if (auto found = of_other_table(key, context)) {
    none.why = found->why;
    none.row = std::move(found->row);
    none.resources = std::move(found->resources);
  }
  none.keys = near(key, all);
  return none;
}

}  // namespace remit::engine

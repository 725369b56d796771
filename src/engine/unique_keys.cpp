#include "engine/unique_keys.h"

#include <algorithm>

#include "engine/expression.h"
#include "engine/standing.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

/// The subjects with the own date of each in slot 0, as their key is evaluated.
FramePtr dated(const rules::Rule& rule, const Elements& subjects, Context& context) {
  Indices all(subjects.frame->size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(i);
  auto frame = Frame::derived(subjects.frame, std::move(all));
  frame->bind(0, date_vector(context.as_of, frame->size()));
  const Vector own = own_dates(rule, frame, context);
  frame->bind(0, own);
  return frame;
}

KeyClaim claim_of(const std::vector<Vector>& keys, const Vector& rows, std::size_t i) {
  KeyClaim claim{static_cast<std::uint32_t>(rows.of<std::int32_t>()[rows.at(i)]), {}};
  if (std::all_of(keys.begin(), keys.end(), [i](const Vector& key) { return key.is_known(i); })) {
    claim.key.emplace();
    for (const Vector& key : keys) claim.key->push_back(value::to_string(element(key, i)));
  }
  return claim;
}

}  // namespace

std::vector<KeyClaim> unique_keys(const rules::RuleSet& rules, std::size_t rule,
                                  const data::Dataset& data, value::Date as_of,
                                  const std::vector<std::uint32_t>* rows) {
  std::vector<KeyClaim> claims;
  std::set<CalendarMiss> misses;
  const rules::Rule& one = rules.rules[rule];
  Context context{data, *one.environment, as_of, misses};
  context.rows = rows;
  each_batch(one, context, [&](const Elements& subjects) {
    const FramePtr frame = dated(one, subjects, context);
    std::vector<Vector> keys;
    for (const auto& part : std::get<rules::Unique>(one.kind).key) {
      keys.push_back(evaluate(*part, frame, context));
    }
    const Vector first = frame->slot(one.subjects.front().slot);
    for (std::size_t i = 0; i < frame->size(); ++i) claims.push_back(claim_of(keys, first, i));
  });
  return claims;
}

}  // namespace remit::engine

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "generator/cases.h"

namespace example {

/// A worker with post, register entries and monthly supervision.
Worker add_supervised_worker(County& county, const Workforce& workforce, NewWorker wanted,
                             const std::vector<Span>& registered);
/// The same, a social worker who is registered all the time.
Worker add_social_worker(County& county, const Workforce& workforce, Span in_post = {kStart, kEnd});

/// The dates in a column of the rows that belong to something, in order; empty cells left out.
std::vector<Date> dates_of(const Table& table, const std::string& column, const std::string& value,
                           const std::string& date_column);
/// Removes the rows that belong to something and are dated in the span.
void remove_dated(Table& table, const std::string& column, const std::string& value,
                  const std::string& date_column, Span span);

/// The day until which the wait that starts on `since` may last; the waits are numbered from 0.
using Due = std::function<Date(Date since, int number)>;

/// Expects a violation for every wait of the clock that lasts too long.
void expect_late(County& county, const std::string& rule, const std::string& subject,
                 const std::vector<Date>& events, Span clock, const Due& due,
                 const std::string& what);

struct Tenure {
  std::string worker;
  Span span;
};
/// Puts these lead allocations in the place of those that the case has; their keys.
std::vector<std::string> replace_leads(County& county, const Case& of,
                                       const std::vector<Tenure>& tenures);

/// Blanks the role of an allocation and expects what the rules on reviewing officers must then
/// leave open: it could be the officer's, and it could be one that an officer must not have.
void blank_role(County& county, const std::string& allocation, const std::string& what);

}  // namespace example

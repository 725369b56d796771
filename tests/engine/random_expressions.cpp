#include "engine/random_expressions.h"

#include <fmt/format.h>

namespace remit::test {
namespace {

const std::vector<std::string> kComparisons = {"=", "!=", "<", "<=", ">", ">="};
const std::vector<std::string> kUnits = {"days", "weeks", "months", "years"};

}  // namespace

std::string RandomExpressions::date_literal() {
  return value::to_string(value::Date{as_of_.days + dice_.between(-90, 20)});
}

Sort RandomExpressions::any_sort() {
  static const std::vector<Sort> kSorts = {Sort::kInteger, Sort::kNumber, Sort::kString,
                                           Sort::kDate,    Sort::kDate,   Sort::kDays};
  return dice_.pick(kSorts);
}

std::string RandomExpressions::make(Sort sort, int depth) {
  const int roll = dice_.below(100);
  if (depth > 0 && roll < 6) return conditional(sort, depth - 1);
  if (depth > 0 && roll < 10) {
    return fmt::format("coalesce({}, {})", make(sort, depth - 1), make(sort, depth - 1));
  }
  if (depth > 0 && roll < 18) {
    if (auto call = defined(sort, depth - 1)) return *call;
  }
  if (roll < 50 || depth <= 0) {
    if (auto name = named(sort); name && dice_.percent(30)) return *name;
    if (auto value = field(sort, depth - 1)) return *value;
  }
  switch (sort) {
    case Sort::kBoolean:
      return boolean(depth);
    case Sort::kInteger:
      return integer(depth);
    case Sort::kNumber:
      return number(depth);
    case Sort::kString:
      return string(depth);
    case Sort::kDate:
      return date(depth);
    case Sort::kPeriod:
      return period(depth);
    case Sort::kDays:
      return dice_.percent(70) || depth <= 0
                 ? fmt::format("{} {}", dice_.between(1, 20), dice_.percent(80) ? "days" : "weeks")
                 : fmt::format("({} * {} days)", make(Sort::kInteger, depth - 1),
                               dice_.between(1, 3));
    case Sort::kMonths:
      return fmt::format("{} {}", dice_.between(1, 2), dice_.percent(90) ? "months" : "years");
    case Sort::kWorking:
      return working(depth);
  }
  return "missing";
}

std::string RandomExpressions::working(int depth) {
  if (depth > 0 && dice_.percent(20)) {
    return fmt::format("({} + {} working days)", working(depth - 1), dice_.between(1, 3));
  }
  const int count = dice_.between(1, 12);
  return fmt::format("{} working {}", count, count == 1 ? "day" : "days");
}

std::string RandomExpressions::duration(int depth) {
  if (depth > 0 && dice_.percent(8)) {
    return fmt::format("(if {} then {} else {})", boolean(depth - 1), duration(0), duration(0));
  }
  const int roll = dice_.below(10);
  return make(roll < 5 ? Sort::kDays : roll < 7 ? Sort::kMonths : Sort::kWorking, depth);
}

std::string RandomExpressions::conditional(Sort sort, int depth) {
  return fmt::format("(if {} then {} else {})", make(Sort::kBoolean, depth), make(sort, depth),
                     dice_.percent(15) ? "missing" : make(sort, depth));
}

std::string RandomExpressions::boolean(int depth) {
  if (depth <= 0) return comparison(0);
  switch (dice_.below(14)) {
    case 0:
      return fmt::format("({} and {})", make(Sort::kBoolean, depth - 1),
                         make(Sort::kBoolean, depth - 1));
    case 1:
      return fmt::format("({} or {})", make(Sort::kBoolean, depth - 1),
                         make(Sort::kBoolean, depth - 1));
    case 2:
      return fmt::format("({} implies {})", make(Sort::kBoolean, depth - 1),
                         make(Sort::kBoolean, depth - 1));
    case 3:
      return fmt::format("(not {})", make(Sort::kBoolean, depth - 1));
    case 4:
    case 5:
      return period_test(depth - 1);
    case 6:
    case 7:
      return quantified(depth - 1);
    case 8:
      return membership(depth - 1);
    case 9:
      return state(depth - 1);
    case 10:
      return fmt::format("({} {}matches \"{}\")", make(Sort::kString, depth - 1),
                         dice_.percent(30) ? "not " : "", dice_.percent(50) ? "^a" : "b+");
    default:
      return comparison(depth - 1);
  }
}

std::string RandomExpressions::comparison(int depth) {
  const int roll = dice_.below(20);
  if (roll == 0) {
    return fmt::format("({} = {})", make(Sort::kPeriod, depth), make(Sort::kPeriod, depth));
  }
  if (roll == 1) {
    return fmt::format("({} {} {})", make(Sort::kBoolean, depth),
                       dice_.percent(50) ? "=" : "!=", make(Sort::kBoolean, depth));
  }
  if (roll < 4) {
    const auto first = row(depth);
    const int table = row_table_;
    const auto second = row(depth);
    if (first && second && row_table_ == table) {
      return fmt::format("({} {} {})", *first, dice_.percent(50) ? "=" : "!=", *second);
    }
  }
  const Sort sort = roll == 4 ? Sort::kWorking : any_sort();
  if (roll < 8) {
    return fmt::format("({} between {} and {})", make(sort, depth), make(sort, depth),
                       make(sort, depth));
  }
  // An integer beside a number is widened.
  const Sort other = sort == Sort::kNumber && dice_.percent(30) ? Sort::kInteger : sort;
  return fmt::format("({} {} {})", make(sort, depth), dice_.pick(kComparisons), make(other, depth));
}

std::string RandomExpressions::membership(int depth) {
  const char* word = dice_.percent(30) ? "not in" : "in";
  if (parameters && dice_.percent(40)) {
    return fmt::format("({} {} {})", make(Sort::kString, depth), word,
                       dice_.percent(50) ? "codes" : "dated_codes");
  }
  const Sort sort = any_sort();
  if (dice_.percent(40)) {
    const std::size_t visible = names.size();
    if (const auto bound = binding(depth)) {
      const std::string head = make(sort, depth);
      names.resize(visible);
      return fmt::format("({} {} distinct({} for {}))", make(sort, depth), word, head, *bound);
    }
  }
  return fmt::format("({} {} [{}, {}])", make(sort, depth), word, make(sort, depth),
                     make(sort, depth));
}

std::string RandomExpressions::state(int depth) {
  const Sort sort = dice_.percent(20) ? Sort::kBoolean : any_sort();
  switch (dice_.below(3)) {
    case 0:
      return fmt::format("({} is {}missing)", make(sort, depth), dice_.percent(50) ? "not " : "");
    case 1:
      return fmt::format("({} is {}unknown)", make(Sort::kBoolean, depth),
                         dice_.percent(50) ? "not " : "");
    default:
      return fmt::format("({} is {}distinct from {})", make(sort, depth),
                         dice_.percent(50) ? "not " : "", make(sort, depth));
  }
}

std::string RandomExpressions::period_test(int depth) {
  static const std::vector<std::string> kWords = {"overlaps", "covers", "during", "before",
                                                  "after"};
  if (dice_.percent(35)) {
    return fmt::format("({} covers {})", make(Sort::kPeriod, depth), make(Sort::kDate, depth));
  }
  return fmt::format("({} {} {})", make(Sort::kPeriod, depth), dice_.pick(kWords),
                     make(Sort::kPeriod, depth));
}

std::string RandomExpressions::quantified(int depth) {
  static const std::vector<std::string> kWords = {"some", "every", "no"};
  const std::size_t visible = names.size();
  const auto bound = binding(depth);
  if (!bound) return comparison(depth);
  const std::string satisfies = make(Sort::kBoolean, depth);
  names.resize(visible);
  return fmt::format("({} {} satisfies {})", dice_.pick(kWords), *bound, satisfies);
}

std::string RandomExpressions::integer(int depth) {
  if (depth <= 0) {
    return parameters && dice_.percent(20) ? dice_.percent(50) ? "whole" : "dated_whole"
                                           : std::to_string(dice_.between(0, 4));
  }
  switch (dice_.below(16)) {
    case 0:
      return fmt::format("({} + {})", make(Sort::kInteger, depth - 1),
                         make(Sort::kInteger, depth - 1));
    case 1:
      return fmt::format("({} - {})", make(Sort::kInteger, depth - 1),
                         make(Sort::kInteger, depth - 1));
    case 2:
      return fmt::format("({} * {})", make(Sort::kInteger, depth - 1), dice_.between(0, 3));
    case 3:
      return fmt::format("({} - {})", make(Sort::kDate, depth - 1), make(Sort::kDate, depth - 1));
    case 4: {
      static const std::vector<std::string> kFunctions = {"days", "working_days", "months",
                                                          "years"};
      return fmt::format("{}({}, {})", dice_.pick(kFunctions), make(Sort::kDate, depth - 1),
                         make(Sort::kDate, depth - 1));
    }
    case 5: {
      static const std::vector<std::string> kFunctions = {"weekday", "year", "month", "day"};
      return fmt::format("{}({})", dice_.pick(kFunctions), make(Sort::kDate, depth - 1));
    }
    case 6:
      return fmt::format("length({})", dice_.percent(70) ? make(Sort::kPeriod, depth - 1)
                                                         : make(Sort::kString, depth - 1));
    case 7: {
      static const std::vector<std::string> kFunctions = {"round", "floor", "ceiling"};
      return fmt::format("{}({})", dice_.pick(kFunctions), make(Sort::kNumber, depth - 1));
    }
    case 8:
      return fmt::format("abs(-{})", make(Sort::kInteger, depth - 1));
    case 9:
      return fmt::format("{}_of({}, {})", dice_.percent(50) ? "min" : "max",
                         make(Sort::kInteger, depth - 1), make(Sort::kInteger, depth - 1));
    case 10:
    case 11:
    case 12:
      return aggregate(Sort::kInteger, depth - 1);
    case 13:
      return picked(Sort::kInteger, depth - 1);
    default:
      return integer(0);
  }
}

std::string RandomExpressions::number(int depth) {
  if (depth <= 0) {
    return parameters && dice_.percent(20) ? "real" : fmt::format("{}.5", dice_.between(0, 3));
  }
  switch (dice_.below(8)) {
    case 0:
      return fmt::format("({} / {})", make(Sort::kInteger, depth - 1), dice_.between(0, 2) * 2);
    case 1:
      return fmt::format("({} {} {})", make(Sort::kNumber, depth - 1),
                         dice_.percent(50) ? "+" : "-", make(Sort::kInteger, depth - 1));
    case 2:
      return fmt::format("({} * {})", make(Sort::kNumber, depth - 1),
                         make(Sort::kNumber, depth - 1));
    case 3:
      return fmt::format("round({}, {})", make(Sort::kNumber, depth - 1), dice_.below(3));
    case 4:
    case 5:
      return aggregate(Sort::kNumber, depth - 1);
    case 6:
      return picked(Sort::kNumber, depth - 1);
    default:
      return number(0);
  }
}

std::string RandomExpressions::string(int depth) {
  static const std::vector<std::string> kLiterals = {"\"a\"", "\"b\"", "'c'", "\"ab\""};
  // Codes of `t` only, so that comparing with it never looks like a mistake.
  if (depth <= 0)
    return dice_.percent(10) && parameters ? "word"
                                           : kLiterals.at(static_cast<std::size_t>(dice_.below(3)));
  switch (dice_.below(7)) {
    case 0:
      return fmt::format("lower({})", make(Sort::kString, depth - 1));
    case 1:
      return fmt::format("upper({})", make(Sort::kString, depth - 1));
    case 2:
      return fmt::format("trim({})", make(Sort::kString, depth - 1));
    case 3:
      return fmt::format("substring({}, {}, {})", make(Sort::kString, depth - 1),
                         make(Sort::kInteger, 0), make(Sort::kInteger, 0));
    case 4:
      return fmt::format("concat({}, {})", make(Sort::kString, depth - 1),
                         make(Sort::kString, depth - 1));
    case 5:
      return picked(Sort::kString, depth - 1);
    default:
      return string(0);
  }
}

std::string RandomExpressions::date(int depth) {
  if (depth <= 0) return dice_.percent(30) ? "as_of" : date_literal();
  switch (dice_.below(9)) {
    case 0:
    case 1:
      return fmt::format("({} {} {})", make(Sort::kDate, depth - 1), dice_.percent(60) ? "+" : "-",
                         duration(depth - 1));
    case 2:
      return fmt::format("{}.{}", period(depth - 1), dice_.percent(50) ? "from" : "to");
    case 3:
      return fmt::format("{}_of({}, {})", dice_.percent(50) ? "min" : "max",
                         make(Sort::kDate, depth - 1), make(Sort::kDate, depth - 1));
    case 4:
    case 5:
      return aggregate(Sort::kDate, depth - 1);
    case 6:
      return picked(Sort::kDate, depth - 1);
    default:
      return date(0);
  }
}

std::string RandomExpressions::period(int depth) {
  if (depth <= 0) {
    if (auto own = field(Sort::kPeriod, 0); own && dice_.percent(80)) return *own;
    return fmt::format("period({}{})", date(0), dice_.percent(60) ? ", " + date(0) : "");
  }
  switch (dice_.below(5)) {
    case 0:
      return fmt::format("overlap({}, {})", make(Sort::kPeriod, depth - 1),
                         make(Sort::kPeriod, depth - 1));
    case 1:
      return fmt::format("period({}, {})", make(Sort::kDate, depth - 1),
                         make(Sort::kDate, depth - 1));
    case 2:
      return fmt::format("period({})", make(Sort::kDate, depth - 1));
    default:
      return period(0);
  }
}

}  // namespace remit::test

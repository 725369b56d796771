// Outside material: date arithmetic, and the holidays of the four nations. Where it is not at
// hand, these tests look at nothing.
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>

#include "support/catch.h"
#include "support/golden.h"
#include "value/calendar.h"
#include "value/date.h"

namespace remit::value {
namespace {

namespace fs = std::filesystem;

const std::vector<bool> kWeekend{false, false, false, false, false, true, true};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ';');) cells.push_back(cell);
  return cells;
}

std::vector<std::vector<std::string>> rows(const std::string& name) {
  const std::string folder = test::conformance_folder();
  std::vector<std::vector<std::string>> result;
  if (folder.empty()) return result;
  std::istringstream lines(test::read_file(folder + "/dates/" + name));
  std::string line;
  std::getline(lines, line);  // the heading
  while (std::getline(lines, line)) {
    if (!line.empty()) result.push_back(split(line));
  }
  return result;
}

// `[1 years, -2 months, 10 days]`: months first, then days.
std::optional<Date> add(Date date, const std::string& period) {
  static const std::regex kPeriod(R"(\[(-?\d+) years, (-?\d+) months, (-?\d+) days\])");
  std::smatch parts;
  REQUIRE(std::regex_match(period, parts, kPeriod));
  const auto moved = add_months(date, 12 * std::stoll(parts[1]) + std::stoll(parts[2]));
  return moved ? add_days(*moved, std::stoll(parts[3])) : std::nullopt;
}

TEST_CASE("value: exact date arithmetic agrees with outside results") {
  for (const auto& row : rows("exact_computations.csv")) {
    REQUIRE(row.size() == 3);
    INFO(row[0] << " + " << row[1]);
    CHECK(add(*parse_date(row[0]), row[1]) == parse_date(row[2]));
  }
}

TEST_CASE("value: ambiguous date arithmetic clamps down") {
  for (const auto& row : rows("ambiguous_computations.csv")) {
    REQUIRE(row.size() == 4);
    INFO(row[0] << " + " << row[1]);
    CHECK(add(*parse_date(row[0]), row[1]) == parse_date(row[3]));
  }
}

TEST_CASE("value: first and last days of months agree with outside results") {
  for (const auto& row : rows("first_last_day_of_month.csv")) {
    REQUIRE(row.size() == 3);
    const Date date = *parse_date(row[0]);
    const YearMonthDay parts = civil(date);
    const Date first = *make_date(parts.year, parts.month, 1);
    CHECK(first == parse_date(row[1]));
    CHECK(add_days(*add_months(first, 1), -1) == parse_date(row[2]));
  }
}

std::vector<Holiday> read_holidays(const std::string& path) {
  static const std::regex kEntry("\"(\\d{4}-\\d{2}-\\d{2})\": \"([^\"]*)\"");
  const std::string text = test::read_file(path);
  std::vector<Holiday> holidays;
  for (auto entry = std::sregex_iterator(text.begin(), text.end(), kEntry);
       entry != std::sregex_iterator(); ++entry) {
    holidays.push_back({*parse_date((*entry)[1].str()), (*entry)[2].str()});
  }
  REQUIRE(holidays.size() > 100);
  return holidays;
}

// What the functions mean, a day at a time.
class DayByDay {
 public:
  explicit DayByDay(const Calendar& calendar) : calendar_(calendar) {}

  bool works(Date date) const { return weekday(date) < 6 && !calendar_.holiday(date); }

  std::optional<Date> add(Date date, int n) const {
    const int step = n > 0 ? 1 : -1;
    while (n != 0) {
      date.days += step;
      if (!calendar_.contains(date)) return std::nullopt;
      if (works(date)) n -= step;
    }
    return date;
  }

  int between(Date from, Date to) const {
    int count = 0;
    while (from < to) {
      ++from.days;
      if (works(from)) ++count;
    }
    return count;
  }

 private:
  const Calendar& calendar_;
};

void check_calendar(const Calendar& calendar) {
  const DayByDay plain(calendar);
  for (Date date = calendar.first(); date <= calendar.last(); ++date.days) {
    REQUIRE(calendar.is_working_day(date) == plain.works(date));
    for (const int n : {-45, -20, -1, 0, 1, 2, 5, 10, 15, 45}) {
      REQUIRE(calendar.add_working_days(date, n) == plain.add(date, n));
    }
    const Date later{std::min(calendar.last().days, date.days + date.days % 90)};
    REQUIRE(calendar.working_days_between(date, later) == plain.between(date, later));
  }
}

TEST_CASE("value: working days agree with counting the days of outside calendars") {
  const std::string folder = test::conformance_folder();
  if (folder.empty()) return;
  for (const auto& entry : fs::directory_iterator(folder + "/calendars")) {
    INFO(entry.path());
    check_calendar(Calendar("outside", *make_date(2010, 1, 1), *make_date(2030, 12, 31), kWeekend,
                            read_holidays(entry.path().string())));
  }
}

}  // namespace
}  // namespace remit::value

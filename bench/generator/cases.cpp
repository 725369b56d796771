#include "bench/generator/cases.h"

#include "bench/generator/events.h"
#include "bench/generator/sheet.h"
#include "value/date.h"

namespace bench {
namespace {

enum class Kind : std::uint8_t { kInNeed, kProtection, kLookedAfter };

/// What a visit was for. The first three are the duties of the three kinds of case.
enum VisitKind : std::uint8_t { kOther, kProtectionVisit, kStatutory, kNotRecorded };

/// Whether the child was seen alone: not recorded, yes, no for a reason, no.
enum SeenAlone : std::uint8_t { kNotSaid, kAlone, kWithReason, kWithoutReason };

enum Task : std::uint8_t { kEnquiry, kAssessment, kOtherTask, kTaskNotRecorded };

/// A case while its rows are made.
struct Case {
  std::uint32_t number;
  std::uint32_t council;
  Kind kind;
  Day from = kNoDay;
  Day to = kNoDay;  ///< the first day after it
  std::uint32_t first_lead = kNobody;
  std::uint32_t second_lead = kNobody;
  Day handed_over = kNoDay;

  bool open() const { return to > kAsOf; }
  Day end_cell() const { return open() ? kNoDay : to; }
  std::uint32_t lead_on(Day day) const {
    return handed_over != kNoDay && day >= handed_over ? second_lead : first_lead;
  }
};

struct Sheets {
  explicit Sheets(const std::filesystem::path& folder)
      : families(folder, "families", "family_id"),
        people(folder, "people", "person_id,name,family_id,born_on"),
        cases(folder, "cases", "case_id,person_id,council_id,team_id,opened_on,closed_on"),
        statuses(folder, "statuses",
                 "status_id,case_id,status,need,outcome,started_on,ended_on,aware_on,notified_on"),
        referrals(folder, "referrals", "referral_id,case_id,received_on,decided_on"),
        assessments(folder, "assessments",
                    "assessment_id,case_id,referral_id,lead_id,kind,started_on,completed_on,"
                    "over_reason"),
        allocations(folder, "allocations",
                    "allocation_id,case_id,worker_id,role,allocated_by_id,suitability_checked_on,"
                    "recorded_on,started_on,ended_on"),
        meetings(folder, "meetings",
                 "meeting_id,case_id,kind,chair_id,held_on,adjourned_on,completed_on,initiated_s47,"
                 "visit_interval_days,recorded_on") {}

  Sheet families;
  Sheet people;
  Sheet cases;
  Sheet statuses;
  Sheet referrals;
  Sheet assessments;
  Sheet allocations;
  Sheet meetings;
  std::uint32_t last_status = 0;
  std::uint32_t last_referral = 0;
  std::uint32_t last_assessment = 0;
  std::uint32_t last_allocation = 0;
  std::uint32_t last_meeting = 0;
  std::vector<Event> visits;
  std::vector<Event> activities;
};

struct Steps {
  int first_shortest;
  int first_longest;
  int shortest;
  int longest;
  int late;  ///< days to a visit that comes too late
};

Steps steps_of(Kind kind) {
  switch (kind) {
    case Kind::kProtection:
      return {3, 9, 8, 12, 30};
    case Kind::kLookedAfter:
      return {1, 6, 25, 41, 60};
    case Kind::kInNeed:
      break;
  }
  return {3, 20, 20, 50, 90};
}

Kind any_kind(Random& random) {
  const int draw = random.between(1, 100);
  return draw <= 15 ? Kind::kProtection : draw <= 40 ? Kind::kLookedAfter : Kind::kInNeed;
}

/// The days of the visits, counted from the day on which the case opens. A few cases have a wait
/// that is too long.
std::vector<Day> visit_days(Random& random, const Steps& steps) {
  std::vector<Day> days;
  const int visits = random.between(12, 36);
  const int late = rarely(random, 2200) ? random.between(1, visits - 1) : 0;
  Day day = random.between(steps.first_shortest, steps.first_longest);
  for (int visit = 1; visit <= visits; ++visit) {
    days.push_back(day);
    day += visit == late ? steps.late + random.between(0, 30)
                         : random.between(steps.shortest, steps.longest);
  }
  return days;
}

void place(Case& of, Random& random, Day length) {
  const bool open = random.chance(30);
  const Day latest = kAsOf + 1;
  const Day earliest = std::min(kFirstDay + length, latest);
  of.to = open ? latest : random.between(earliest, latest);
  of.from = of.to - length;
}

void add_visits(Sheets& sheets, Random& random, const Case& of, const std::vector<Day>& days) {
  const auto usual = of.kind == Kind::kProtection    ? kProtectionVisit
                     : of.kind == Kind::kLookedAfter ? kStatutory
                                                     : kOther;
  for (const Day since : days) {
    const Day day = of.from + since;
    SeenAlone alone = kNotSaid;
    if (usual == kStatutory) {
      alone = random.chance(90) ? kAlone : rarely(random, 2000) ? kWithoutReason : kWithReason;
    }
    const VisitKind kind = rarely(random, 33) ? kNotRecorded : usual;
    sheets.visits.push_back(
        {of.number, of.lead_on(day), static_cast<std::uint16_t>(day - kFirstDay), kind, alone});
  }
}

void allocate(Sheets& sheets, Random& random, const Case& to, std::uint32_t worker,
              std::string_view role, Day from, Day until) {
  sheets.allocations.key('L', ++sheets.last_allocation).key('C', to.number).key('W', worker);
  sheets.allocations.word(rarely(random, 25) ? "" : role).empty(3).day(from);
  sheets.allocations.day(until > kAsOf ? kNoDay : until).end_row();
}

/// One lead, or two with a hand-over, after which a few cases have none for a while and a few two.
void add_leads(Sheets& sheets, Random& random, const Workforce& workforce, Case& of) {
  of.first_lead = workforce.any_social_worker(random, of.council);
  const Day length = of.to - of.from;
  Day first_ends = of.to;
  if (length > 120 && random.chance(37)) {
    of.second_lead = workforce.any_social_worker(random, of.council);
    of.handed_over = of.from + random.between(length / 3, length / 3 * 2);
    first_ends = of.handed_over;
    const int draw = random.between(1, 1000);
    if (draw <= 55) {
      first_ends -= random.between(8, 30);
    } else if (draw <= 95) {
      first_ends += random.between(3, 30);
    }
  }
  allocate(sheets, random, of, of.first_lead, "lead", of.from, std::min(first_ends, of.to));
  if (of.second_lead != kNobody) {
    allocate(sheets, random, of, of.second_lead, "lead", of.handed_over, of.to);
  }
  if (random.chance(13)) {
    allocate(sheets, random, of, workforce.any_social_worker(random, of.council), "co", of.from,
             of.to);
  }
}

void add_activities(Sheets& sheets, Random& random, const Workforce& workforce, const Case& of) {
  for (int i = 0; i < 4; ++i) {
    const Day day = random.between(of.from, std::min(of.to, kAsOf));
    const int draw = random.between(1, 100);
    Task task = draw <= 30 ? kEnquiry : draw <= 60 ? kAssessment : kOtherTask;
    std::uint32_t worker = of.lead_on(day);
    if (rarely(random, 1900)) worker = workforce.any_support_worker(random, of.council);
    if (rarely(random, 33)) worker = kNobody;
    if (rarely(random, 33)) task = kTaskNotRecorded;
    sheets.activities.push_back(
        {of.number, worker, static_cast<std::uint16_t>(day - kFirstDay), task, 0});
  }
}

void add_meeting(Sheets& sheets, const Case& of, Day day) {
  if (day >= std::min(of.to, kAsOf + 1)) return;
  sheets.meetings.key('M', ++sheets.last_meeting).key('C', of.number).word("core_group").empty();
  sheets.meetings.day(day).empty().day(day).empty(3).end_row();
}

/// The first core group within ten working days and one in every calendar month after that; for a
/// few the first is late, for a few a month is left out.
void add_core_groups(Sheets& sheets, Random& random, const Case& of) {
  const bool late = rarely(random, 2000);
  add_meeting(sheets, of, of.from + (late ? random.between(22, 40) : random.between(3, 10)));
  const int left_out = rarely(random, 2000) ? random.between(1, 8) : 0;
  remit::value::YearMonthDay month = remit::value::civil(remit::value::Date{of.from});
  for (int number = 1; number <= 80; ++number) {
    month = {month.month == 12 ? month.year + 1 : month.year, month.month % 12 + 1, 1};
    const Day first = remit::value::make_date(month.year, month.month, 1)->days;
    if (first >= of.to) return;
    if (number != left_out) add_meeting(sheets, of, first + random.between(0, 27));
  }
}

void add_referral(Sheets& sheets, Random& random, const Case& of) {
  if (!random.chance(40)) return;
  const Day received = of.from - random.between(0, 5);
  const int rows = rarely(random, 2000) ? 2 : 1;
  for (int row = 0; row < rows; ++row) {
    sheets.referrals.key('F', ++sheets.last_referral).key('C', of.number);
    sheets.referrals.day(received).day(received + 1).end_row();
  }
}

void add_assessment(Sheets& sheets, Random& random, const Case& of) {
  if (!random.chance(40)) return;
  const Day started = of.from + 1;
  const Day completed =
      started + (rarely(random, 2000) ? random.between(75, 140) : random.between(10, 60));
  sheets.assessments.key('A', ++sheets.last_assessment).key('C', of.number).empty();
  sheets.assessments.key('W', of.first_lead).word("s17").day(started);
  sheets.assessments.day(completed > kAsOf ? kNoDay : completed).empty().end_row();
}

void add_status(Sheets& sheets, const Case& of) {
  sheets.statuses.key('U', ++sheets.last_status).key('C', of.number);
  sheets.statuses.word(of.kind == Kind::kProtection    ? "CP"
                       : of.kind == Kind::kLookedAfter ? "LAC"
                                                       : "CIN");
  sheets.statuses.empty(2).day(of.from).day(of.end_cell()).empty(2).end_row();
}

void add_case(Sheets& sheets, const Case& of, Random& random) {
  const std::uint32_t family = of.number % 4 == 0 ? of.number - 1 : of.number;
  if (family == of.number) sheets.families.key('Y', family).end_row();
  sheets.people.key('H', of.number).empty().key('Y', family).empty().end_row();
  sheets.cases.key('C', of.number).key('H', of.number).key('K', of.council);
  sheets.cases.key('T', (of.council - 1) * 10 + static_cast<std::uint32_t>(random.between(1, 10)));
  sheets.cases.day(of.from).day(of.end_cell()).end_row();
}

void make_case(Sheets& sheets, Random& random, const Workforce& workforce, std::uint32_t number) {
  Case of{number,
          static_cast<std::uint32_t>(random.between(1, static_cast<int>(workforce.councils()))),
          any_kind(random)};
  const Steps steps = steps_of(of.kind);
  const std::vector<Day> days = visit_days(random, steps);
  place(of, random, days.back() + random.between(1, steps.shortest));
  add_case(sheets, of, random);
  add_status(sheets, of);
  add_leads(sheets, random, workforce, of);
  add_visits(sheets, random, of, days);
  add_activities(sheets, random, workforce, of);
  if (of.kind == Kind::kProtection) add_core_groups(sheets, random, of);
  add_referral(sheets, random, of);
  add_assessment(sheets, random, of);
}

void write_visits(const std::filesystem::path& folder, std::vector<Event>& visits) {
  sort_by_day(visits);
  constexpr const char* kKinds[] = {"other", "cp", "statutory", ""};
  constexpr const char* kAnswers[] = {"", "true", "false", "false"};
  Sheet sheet(folder, "visits",
              "visit_id,case_id,worker_id,kind,seen_on,recorded_on,mode,seen_alone,alone_reason,"
              "adopter_seen,report_on");
  std::uint32_t number = 0;
  for (const Event& visit : visits) {
    sheet.key('V', ++number).key('C', visit.of).key('W', visit.worker).word(kKinds[visit.kind]);
    sheet.day(kFirstDay + visit.day).empty(2).word(kAnswers[visit.detail]);
    sheet.word(visit.detail == kWithReason ? "refused" : "").empty(2).end_row();
  }
}

void write_activities(const std::filesystem::path& folder, std::vector<Event>& activities) {
  sort_by_day(activities);
  constexpr const char* kTasks[] = {"s47_enquiry", "s17_assessment", "other", ""};
  Sheet sheet(folder, "activities", "activity_id,case_id,worker_id,task,started_on");
  std::uint32_t number = 0;
  for (const Event& activity : activities) {
    sheet.key('X', ++number).key('C', activity.of).key('W', activity.worker);
    sheet.word(kTasks[activity.kind]).day(kFirstDay + activity.day).end_row();
  }
}

}  // namespace

void write_cases(const std::filesystem::path& folder, Plan plan, const Workforce& workforce,
                 Random& random) {
  Sheets sheets(folder);
  for (std::uint32_t number = 1; number <= plan.cases; ++number) {
    make_case(sheets, random, workforce, number);
  }
  write_visits(folder, sheets.visits);
  write_activities(folder, sheets.activities);
}

}  // namespace bench

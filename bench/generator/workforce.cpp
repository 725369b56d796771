#include "bench/generator/workforce.h"

#include <array>

#include "bench/generator/events.h"
#include "bench/generator/sheet.h"

namespace bench {
namespace {

constexpr Day kRegisterOfEngland = 18232;  ///< 2019-12-02: the day on which it changed hands
constexpr std::uint32_t kTeamsOfACouncil = 10;

/// Days from the first to the last of them; none where `first` is kNoDay.
struct Days {
  Day first = kNoDay;
  Day last = kNoDay;

  bool contains(Day day) const { return first != kNoDay && first <= day && day <= last; }
};

struct Sheets {
  explicit Sheets(const std::filesystem::path& folder)
      : workers(folder, "workers", "worker_id,name,council_id,former_scottish_practice"),
        posts(folder, "posts",
              "post_id,worker_id,team_id,role,title,engagement,fte,started_on,ended_on"),
        registrations(folder, "registrations",
                      "registration_id,worker_id,regulator,number,status,type,valid_from,valid_to,"
                      "evidence_on"),
        absences(folder, "absences", "absence_id,worker_id,kind,starts_on,ends_on") {}

  Sheet workers;
  Sheet posts;
  Sheet registrations;
  Sheet absences;
  std::uint32_t last_post = 0;
  std::uint32_t last_registration = 0;
  std::uint32_t last_absence = 0;
};

void write_councils(const std::filesystem::path& folder, std::uint32_t councils) {
  Sheet sheet(folder, "councils", "council_id,jurisdiction,region");
  Sheet teams(folder, "teams", "team_id,council_id,kind,opened_on,closed_on");
  for (std::uint32_t council = 1; council <= councils; ++council) {
    sheet.key('K', council).word("england").word("north").end_row();
    for (std::uint32_t team = 1; team <= kTeamsOfACouncil; ++team) {
      teams.key('T', (council - 1) * kTeamsOfACouncil + team).key('K', council).word("assessment");
      teams.day(kFirstDay).empty().end_row();
    }
  }
}

void write_registration(Sheets& sheets, std::uint32_t worker, std::string_view regulator,
                        std::string_view status, Days days) {
  sheets.registrations.key('R', ++sheets.last_registration).key('W', worker).word(regulator);
  sheets.registrations.empty().word(status).word("full").day(days.first).day(days.last);
  sheets.registrations.empty().end_row();
}

/// On the old register and the new one; a few lapse for a while, and the status of a few is blank.
void register_worker(Sheets& sheets, Random& random, std::uint32_t worker) {
  write_registration(sheets, worker, "HCPC", "registered",
                     {kFirstDay - random.between(400, 3000), kRegisterOfEngland - 1});
  const char* status = rarely(random, 250) ? "" : "registered";
  if (!rarely(random, 6000)) {
    write_registration(sheets, worker, "SWE", status, {kRegisterOfEngland, kNoDay});
    return;
  }
  const Day lapse = random.between(kFirstDay + 100, kAsOf - 100);
  const Day back = lapse + random.between(20, 90);
  write_registration(sheets, worker, "SWE", status, {kRegisterOfEngland, lapse - 1});
  write_registration(sheets, worker, "SWE", "lapsed", {lapse, back - 1});
  write_registration(sheets, worker, "SWE", "registered", {back, kNoDay});
}

void write_post(Sheets& sheets, Random& random, std::uint32_t worker, std::uint32_t council,
                std::string_view role, Day from, Day to) {
  constexpr std::array<std::string_view, 5> kShares{"1", "1", "1", "0.9", "0.8"};
  const auto share = kShares[static_cast<std::size_t>(random.between(0, 4))];
  const auto team = static_cast<std::uint32_t>(random.between(1, kTeamsOfACouncil));
  sheets.posts.key('P', ++sheets.last_post).key('W', worker);
  sheets.posts.key('T', (council - 1) * kTeamsOfACouncil + team).word(role).empty();
  sheets.posts.word("employed").word(rarely(random, 200) ? "" : share).day(from).day(to).end_row();
}

/// One post, or two after a promotion; the day on which the first begins.
Day employ(Sheets& sheets, Random& random, std::uint32_t worker, std::uint32_t council,
           bool support_worker) {
  const Day from = random.chance(75) ? kFirstDay : random.between(kFirstDay, kAsOf - 300);
  if (support_worker) {
    write_post(sheets, random, worker, council, "support_worker", from, kNoDay);
  } else if (random.chance(30)) {
    const Day promoted = random.between(std::max(from, kFirstDay) + 60, kAsOf - 60);
    write_post(sheets, random, worker, council, "social_worker", from, promoted);
    write_post(sheets, random, worker, council,
               random.chance(10) ? "team_manager" : "senior_practitioner", promoted, kNoDay);
  } else {
    write_post(sheets, random, worker, council, "social_worker", from, kNoDay);
  }
  return std::max(from, kFirstDay);
}

void write_absence(Sheets& sheets, std::uint32_t worker, std::string_view kind, Days days) {
  sheets.absences.key('B', ++sheets.last_absence).key('W', worker).word(kind);
  sheets.absences.day(days.first).day(days.last).end_row();
}

/// Some are away for weeks or months, more for a few days. The long absence, if there is one.
Days be_away(Sheets& sheets, Random& random, std::uint32_t worker, Day from) {
  if (random.chance(40)) {
    const Day first = random.between(from, kAsOf - 20);
    write_absence(sheets, worker, "sickness", {first, first + random.between(0, 10)});
  }
  if (!random.chance(15)) return {};
  const Day first = random.between(from + 20, kAsOf - 30);
  const Day last = first + random.between(30, 200);
  write_absence(sheets, worker, random.chance(50) ? "maternity" : "sickness", {first, last});
  return {first, last};
}

Event session(Random& random, std::uint32_t worker, Day day, bool group) {
  const int draw = random.between(1, 100000);
  const int minutes = draw <= 33 ? 0 : draw <= 1700 ? random.between(20, 55) : 60;
  const bool interrupted = rarely(random, 300);
  return {worker, (worker - 1) / 10 * 10 + 1, static_cast<std::uint16_t>(day - kFirstDay),
          static_cast<std::uint8_t>((group ? 1U : 0U) | (interrupted ? 2U : 0U)),
          static_cast<std::uint8_t>(minutes)};
}

/// Sessions at least monthly, with one gap for a few and none while the worker is away.
void supervise(std::vector<Event>& sessions, Random& random, std::uint32_t worker, Day from,
               Days away) {
  const Day neglected = rarely(random, 2600) ? random.between(from, kAsOf - 90) : kAsOf + 1;
  bool gap_is_over = false;
  Day day = from + random.between(0, 25);
  while (day <= kAsOf) {
    if (away.contains(day)) {
      day = away.last + random.between(1, 20);
      continue;
    }
    sessions.push_back(session(random, worker, day, false));
    if (random.chance(10)) {
      const Day group = std::min(day + random.between(1, 20), kAsOf);
      sessions.push_back(session(random, worker, group, true));
    }
    const bool gap = !gap_is_over && day >= neglected;
    day += gap ? random.between(60, 100) : random.between(27, 33);
    gap_is_over = gap_is_over || gap;
  }
}

void write_supervisions(const std::filesystem::path& folder, std::vector<Event>& sessions) {
  sort_by_day(sessions);
  Sheet sheet(
      folder, "supervisions",
      "supervision_id,worker_id,supervisor_id,kind,held_on,recorded_on,minutes,interrupted");
  std::uint32_t number = 0;
  for (const Event& event : sessions) {
    sheet.key('S', ++number).key('W', event.of).key('W', event.worker);
    sheet.word((event.kind & 1U) != 0 ? "group" : "individual").day(kFirstDay + event.day).empty();
    sheet.word(event.detail == 0 ? "" : std::to_string(event.detail));
    sheet.word((event.kind & 2U) != 0 ? "true" : "false").end_row();
  }
}

}  // namespace

Workforce::Workforce(Plan plan) : workers_(plan.workers()), councils_(plan.councils()) {}

std::uint32_t Workforce::council_of(std::uint32_t worker) const {
  return std::min((worker - 1) / (workers_ / councils_) + 1, councils_);
}

std::uint32_t Workforce::any(Random& random, std::uint32_t council) const {
  const std::uint32_t size = workers_ / councils_;
  return (council - 1) * size + 1 + static_cast<std::uint32_t>(random.next() % size);
}

std::uint32_t Workforce::any_social_worker(Random& random, std::uint32_t council) const {
  std::uint32_t worker = any(random, council);
  while (is_support_worker(worker)) worker = any(random, council);
  return worker;
}

std::uint32_t Workforce::any_support_worker(Random& random, std::uint32_t council) const {
  std::uint32_t worker = any(random, council);
  while (!is_support_worker(worker)) worker = any(random, council);
  return worker;
}

void write_workforce(const std::filesystem::path& folder, const Workforce& workforce,
                     Random& random) {
  write_councils(folder, workforce.councils());
  Sheets sheets(folder);
  std::vector<Event> sessions;
  for (std::uint32_t worker = 1; worker <= workforce.size(); ++worker) {
    const std::uint32_t council = workforce.council_of(worker);
    const bool support_worker = workforce.is_support_worker(worker);
    sheets.workers.key('W', worker).empty().key('K', council).empty().end_row();
    if (!support_worker) register_worker(sheets, random, worker);
    const Day from = employ(sheets, random, worker, council, support_worker);
    const Days away = be_away(sheets, random, worker, from);
    supervise(sessions, random, worker, from, away);
  }
  write_supervisions(folder, sessions);
}

}  // namespace bench

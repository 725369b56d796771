// What goes with an entry in the register: conditions, suspension, titles, development.
#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

Case any_case(County& county, const Workforce& workforce) {
  return add_need_case(county, workforce, {day("2024-01-08"), day("2025-10-06")});
}

void plant_in_conditions(County& county, const Workforce& workforce) {
  const Case of = any_case(county, workforce);
  const Span order{day("2024-06-03"), day("2025-06-02")};
  const auto plant = [&](const std::string& checked, const std::string& what) {
    const Worker worker = add_social_worker(county, workforce);
    const std::string key = county.orders.add(
        {worker.id, "conditions", to_string(order.from), to_string(plus(order.to, -1)), checked});
    const Span held{day("2024-09-02"), day("2025-03-03")};
    const std::string allocation = allocate(county, of, worker.id, "co", held);
    const Date end = checked.empty() ? kEnd : plus(day(checked), 1);
    county.expect("EC-RG-005", "violation", allocation + " + " + key, Span{plus(held.from, 1), end},
                  what);
  };
  plant("", "never checked against the conditions");
  plant("2024-10-14", "checked against the conditions six weeks into the case");
}

void plant_in_work_while_suspended(County& county, const Workforce& workforce) {
  const Worker worker = add_social_worker(county, workforce);
  const std::string order =
      county.orders.add({worker.id, "interim_suspension", "2024-06-10", "2024-12-09", ""});
  const Case of = any_case(county, workforce);
  const auto add = [&](const char* date) {
    return add_activity(county, of, worker.id, "other", day(date)) + " + " + order;
  };
  for (const char* date : {"2024-06-10", "2024-09-23"}) {
    county.expect("EC-RG-006", "violation", add(date), day(date),
                  "did social work while suspended");
  }
  add("2024-12-10");
}

void plant_in_titles_of_social_workers(County& county, const Workforce& workforce) {
  for (const char* title : {"Social work assistant", "Trainee social worker"}) {
    const Worker worker = add_supervised_worker(
        county, workforce, {"social_worker", title, "", {day("2024-02-05"), kEnd}, {}, "employed"},
        {always_registered()});
    county.expect("EC-RG-007", "unknown", worker.post, worker.in_post.from,
                  "an assistant's title over a social worker's post");
  }
}

std::string entry_of(const County& county, const std::string& worker) {
  return county.registrations.where("worker_id", worker).front();
}

enum class Change { kDropAll, kDropOne, kDropPeers };

// To be called when the development of everybody is there: two pieces a year, one with a peer.
void leave_out(County& county, const Worker& of, Span year, Change change, const char* rule,
               const char* what) {
  for (const std::string& key : county.training.where("worker_id", of.id)) {
    const Date held = day(county.training.get(key, "held_on"));
    if (held < year.from || held >= year.to) continue;
    const bool with_peer = county.training.get(key, "peer_reflection") == "true";
    if (change == Change::kDropPeers) {
      county.training.set(key, "peer_reflection", "false");
    } else if (change == Change::kDropAll || !with_peer) {
      county.training.erase(key);
    }
  }
  county.expect(rule, "violation", entry_of(county, of.id), year, what);
}

}  // namespace

void plant_in_register(County& county, const Workforce& workforce) {
  plant_in_conditions(county, workforce);
  plant_in_work_while_suspended(county, workforce);
  plant_in_titles_of_social_workers(county, workforce);
}

void plant_in_development(County& county, const Workforce& workforce) {
  const std::vector<Worker>& workers = workforce.social_workers;
  const Span first{day("2020-12-01"), day("2021-12-01")};
  const Span recent{day("2024-12-01"), day("2025-12-01")};
  const char* one = "one piece of development only";
  leave_out(county, workers[0], recent, Change::kDropOne, "EC-RG-010", one);
  leave_out(county, workers[1], {day("2022-12-01"), day("2023-12-01")}, Change::kDropOne,
            "EC-RG-010", one);
  for (const std::size_t number : {2U, 3U}) {
    leave_out(county, workers[number], first, Change::kDropAll, "EC-RG-010-2020", "no development");
  }
  for (const std::size_t number : {4U, 5U}) {
    leave_out(county, workers[number], recent, Change::kDropPeers, "EC-RG-011",
              "nothing reflected on with a peer");
  }
}

}  // namespace example

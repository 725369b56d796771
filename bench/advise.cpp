// Times questions before an assignment, as a program that keeps the data in memory asks them. A
// line of JSON: what loading took (wall and processor time of all threads); of questions whether
// one worker may take a case the median, the 99th percentile and the longest; the same of questions
// who could, without and with a search for later days (processor time, all in milliseconds); and
// memory in megabytes when loaded, after a thousand questions, after all, and at the end.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "remit/advise.h"
#include "text/render.h"

namespace {

constexpr std::uint64_t kSeed = 20260228;
/// Questions before the first of which nothing is measured: the first ones copy what changes.
constexpr int kWarm = 100;

/// Processor time of this thread, in milliseconds: what others do on the machine does not count.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double wall() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(since).count();
}

/// Of the process, in megabytes.
double resident() {
  std::ifstream file("/proc/self/statm");
  double pages = 0;
  file >> pages >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// The first cell of each line but the first.
std::vector<std::string> keys_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> keys;
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    keys.push_back(line.substr(0, line.find(',')));
  }
  return keys;
}

class Times {
 public:
  void add(double time) { times_.push_back(time); }
  std::string text() {
    std::sort(times_.begin(), times_.end());
    if (times_.empty()) return "null";
    return fmt::format(
        "{{\"asked\": {}, \"median\": {:.3f}, \"p99\": {:.3f}, \"longest\": {:.3f}}}",
        times_.size(), at(0.5), at(0.99), times_.back());
  }

 private:
  double at(double share) const {
    return times_[static_cast<std::size_t>(share * static_cast<double>(times_.size() - 1))];
  }

  std::vector<double> times_;
};

class Bench {
 public:
  Bench(const remit::Advisor& advisor, const std::string& folder)
      : advisor_(advisor),
        cases_(keys_of(folder + "/cases.csv")),
        workers_(keys_of(folder + "/workers.csv")),
        dice_(kSeed) {}

  std::string precheck(int count) {
    Times times;
    int refused = 0;
    for (int i = -kWarm; i < count; ++i) {
      remit::text::Diagnostics diagnostics;
      const remit::Assign assign{any(cases_), any(workers_), "", {}, false, ""};
      const double start = now();
      const auto answer = advisor_.precheck({assign}, diagnostics);
      const double time = now() - start;
      refused += answer ? 0 : 1;
      if (i >= 0 && answer) times.add(time);
    }
    return fmt::format("{}, \"refused\": {}", times.text(), refused);
  }

  std::string who(int count, bool search) {
    Times times;
    for (int i = 0; i < count;) {
      remit::text::Diagnostics diagnostics;
      remit::Question question;
      question.subject = any(cases_);
      if (search) {
        question.until = remit::value::Date{advisor_.rules().as_of.days + 90};
        question.most_searched = 10;
      }
      const double start = now();
      const auto answer = advisor_.who(question, diagnostics);
      if (!answer) continue;
      times.add(now() - start);
      ++i;
    }
    return times.text();
  }

 private:
  const std::string& any(const std::vector<std::string>& keys) {
    return keys[dice_() % keys.size()];
  }

  const remit::Advisor& advisor_;
  std::vector<std::string> cases_;
  std::vector<std::string> workers_;
  std::mt19937_64 dice_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::fputs("usage: bench_advise DATA AS-OF QUESTIONS QUESTIONS-WHO RULES...\n", stderr);
    return 2;
  }
  remit::Request request;
  request.data = argv[1];
  request.as_of = remit::value::parse_date(argv[2]).value_or(remit::value::Date{});
  request.rules.assign(argv + 5, argv + argc);
  request.home = REMIT_SOURCE_DIR;
  const int questions = std::atoi(argv[3]);
  const int questions_who = std::atoi(argv[4]);
  const double start_wall = wall();
  remit::Obstacle obstacle = remit::Obstacle::kNone;
  remit::text::Diagnostics diagnostics;
  const auto advisor = remit::Advisor::load(request, obstacle, diagnostics);
  const double load_wall = wall() - start_wall;
  const double processors = static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
  if (!advisor) {
    std::fputs(remit::text::render(diagnostics, false).c_str(), stderr);
    return 2;
  }
  Bench bench(*advisor, request.data);
  const double loaded = resident();
  const std::string first = bench.precheck(std::min(questions, 1000));
  const double after_few = resident();
  const std::string all = bench.precheck(questions);
  const double after_all = resident();
  const std::string who = bench.who(questions_who, false);
  const std::string search = bench.who(questions_who, true);
  fmt::print(
      "{{\"load\": [{:.1f}, {:.1f}], \"precheck\": {}, \"who\": {}, \"who_with_days\": {}, "
      "\"megabytes\": "
      "[{:.1f}, {:.1f}, {:.1f}, {:.1f}]}}\n",
      load_wall, processors, all, who, search, loaded, after_few, after_all, resident());
  return 0;
}

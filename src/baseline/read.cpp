#include "baseline/read.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "baseline/line.h"
#include "baseline/run_line.h"

namespace remit::baseline {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
/// No finding is as long: what has no line breaks is no NDJSON, and should not fill the memory.
constexpr std::size_t kLongestLine = std::size_t{64} << 20;
constexpr const char* kHelp =
    "give what `remit check --format ndjson` wrote, or `remit check -o findings.ndjson`, as it is";

/// Closes a file that was opened.
struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

/// The names that occur on many lines, each once.
class Names {
 public:
  explicit Names(std::vector<std::string>& all) : all_(all) {}
  std::uint32_t index(std::string_view name) {
    // One rule has many lines, one after the other.
    if (last_ < all_.size() && all_[last_] == name) return last_;
    const auto found = known_.find(name);
    if (found != known_.end()) return last_ = found->second;
    last_ = static_cast<std::uint32_t>(all_.size());
    all_.emplace_back(name);
    known_.emplace(name, last_);
    return last_;
  }

 private:
  std::vector<std::string>& all_;
  std::map<std::string, std::uint32_t, std::less<>> known_;
  std::uint32_t last_ = 0;
};

class Reader {
 public:
  Reader(std::string path, std::string option, text::Diagnostics& diagnostics)
      : option_(std::move(option)), diagnostics_(diagnostics) {
    run_.file = std::move(path);
  }

  std::optional<Run> read() {
    if (!read_lines() || !check_end()) return std::nullopt;
    for (Entry& entry : run_.entries) fill(entry);
    sort();
    return std::move(run_);
  }

 private:
  bool read_lines();
  bool take(std::string_view line);
  void take_object(const Object& object);
  bool check_end();
  void fill(Entry& entry) const;
  void sort();
  bool complain(const std::string& what, const std::string& help = kHelp) {
    diagnostics_.error("baseline", {}, fmt::format("`{}`: {}", option_, what), help);
    return false;
  }
  bool complain_of_line(const std::string& what, const std::string& help = kHelp) {
    return complain(fmt::format("{}:{}: {}", run_.file, line_, what), help);
  }

  std::string option_;
  text::Diagnostics& diagnostics_;
  Run run_;
  Names rules_{run_.rules};
  Names entities_{run_.entities};
  simdjson::dom::parser parser_;
  std::size_t line_ = 0;
  bool broken_off_ = false;              ///< the line that is read has no end
  std::optional<std::size_t> promised_;  ///< lines, by the run line
};

std::string reason(int error) {
  std::string text = std::strerror(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

/// Lines are taken out of large pieces, so that a file of any size needs little memory.
bool Reader::read_lines() {
  const Descriptor file{::open(run_.file.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat status {};
  if (file.number < 0 || fstat(file.number, &status) != 0) {
    return complain(fmt::format("cannot read `{}`: {}", run_.file, reason(errno)),
                    "name the findings of a former run; the first run has none, and leaves the "
                    "option out");
  }
  if (S_ISDIR(status.st_mode)) {
    return complain(fmt::format("`{}` is a folder", run_.file), kHelp);
  }
  std::string held;
  std::size_t searched = 0;
  for (;;) {
    const std::size_t size = held.size();
    held.resize(size + kChunk);
    const ssize_t count = ::read(file.number, held.data() + size, kChunk);
    if (count < 0) {
      return complain(fmt::format("cannot read `{}`: {}", run_.file, reason(errno)), kHelp);
    }
    held.resize(size + static_cast<std::size_t>(count));
    if (count == 0) break;
    std::size_t begin = 0;
    for (std::size_t end = held.find('\n', searched); end != std::string::npos;
         end = held.find('\n', begin)) {
      if (!take(std::string_view(held).substr(begin, end - begin))) return false;
      begin = end + 1;
    }
    held.erase(0, begin);
    searched = held.size();
    if (held.size() > kLongestLine) {
      ++line_;
      return complain_of_line("the line is too long to be a finding");
    }
  }
  broken_off_ = !held.empty();
  return held.empty() || take(held);
}

bool Reader::take(std::string_view line) {
  ++line_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (promised_) return complain_of_line("it goes on after the line of its run");
  if (line_ == 1 && line.starts_with("\x1f\x8b")) {
    return complain(fmt::format("`{}` is compressed", run_.file), "unpack it first (`gunzip -k`)");
  }
  Element element;
  Object object;
  if (parser_.parse(line.data(), line.size()).get(element) != simdjson::SUCCESS) {
    if (broken_off_) return complain_of_line("the line breaks off: the file is not complete");
    return complain_of_line("the line is not JSON");
  }
  if (element.get(object) != simdjson::SUCCESS) {
    return complain_of_line("the line is no finding: no object of JSON");
  }
  try {
    take_object(object);
  } catch (const Malformed& malformed) {
    return complain_of_line(malformed.what);
  }
  return true;
}

void Reader::take_object(const Object& object) {
  const std::string_view verdict = text_of(object, "verdict");
  if (verdict == "data" || verdict == "waiver") return;
  if (verdict == "run") {
    promised_ = read_run_line(object, run_);
    return;
  }
  Entry entry = entry_of(object);
  entry.rule = rules_.index(text_of(object, "rule"));
  entry.entity = entities_.index(text_of(object_of(object, "subject"), "entity"));
  run_.entries.push_back(std::move(entry));
}

bool Reader::check_end() {
  if (line_ == 0) return complain(fmt::format("`{}` is empty", run_.file));
  if (!promised_) {
    return complain(
        fmt::format("`{}` does not end with the line of its run: it is cut off, or "
                    "was changed",
                    run_.file));
  }
  if (*promised_ + 1 == line_) return true;
  return complain(
      fmt::format("`{}` has {} lines before the one of its run, which says {}: lines "
                  "were taken out or added",
                  run_.file, line_ - 1, *promised_));
}

/// What is known only when the last line has been read.
void Reader::fill(Entry& entry) const {
  using findings::State;
  if (entry.state != State::kFixed && entry.state != State::kNotJudged) {
    entry.former.as_of = run_.as_of;
  }
  if (entry.first_seen == value::kOpen) entry.first_seen = run_.as_of;
}

/// Where it stands among the findings of one rule and subject.
std::tuple<value::Date, rules::Verdict> place(const findings::Former& former) {
  const value::Date start = former.period ? former.period->from : former.due.value_or(value::kOpen);
  return {start, former.verdict};
}

void Reader::sort() {
  const auto earlier = [&](const Entry& left, const Entry& right) {
    if (left.rule != right.rule) return run_.rules[left.rule] < run_.rules[right.rule];
    if (const int keys = left.key.compare(right.key); keys != 0) return keys < 0;
    return place(left.former) < place(right.former);
  };
  if (std::is_sorted(run_.entries.begin(), run_.entries.end(), earlier)) return;
  std::stable_sort(run_.entries.begin(), run_.entries.end(), earlier);
}

}  // namespace

std::optional<Run> read(const std::string& path, const std::string& option,
                        text::Diagnostics& diagnostics) {
  return Reader(path, option, diagnostics).read();
}

}  // namespace remit::baseline

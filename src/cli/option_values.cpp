#include "cli/option_values.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "text/nearest.h"
#include "value/date.h"

namespace remit::cli {
namespace {

constexpr std::string_view kCode = "option";
constexpr std::string_view kDateHelp = "write a date as YYYY-MM-DD, as in `2026-09-30`";
constexpr std::string_view kWindowHelp =
    "write two dates, both of them inside, as in `--window 2026-04-01..2026-06-30`; leave one out "
    "for no limit on that side";

void complain(const std::string& option, const std::string& what, std::string_view help,
              text::Diagnostics& diagnostics) {
  diagnostics.error(kCode, {}, fmt::format("`{}`: {}", option, what), std::string(help));
}

/// One side of a window; empty is no limit.
bool read_side(const std::string& text, std::optional<value::Date>& side) {
  side = value::parse_date(text);
  return side || text.empty();
}

}  // namespace

std::optional<value::Date> read_date(const std::string& option, const std::string& text,
                                     text::Diagnostics& diagnostics) {
  const std::optional<value::Date> date = value::parse_date(text);
  if (!date) complain(option, fmt::format("`{}` is not a date", text), kDateHelp, diagnostics);
  return date;
}

std::optional<findings::Window> read_window(const std::string& text,
                                            text::Diagnostics& diagnostics) {
  const std::size_t dots = text.find("..");
  findings::Window window;
  if (dots == std::string::npos || text.size() == 2 ||
      !read_side(text.substr(0, dots), window.from) ||
      !read_side(text.substr(dots + 2), window.to)) {
    complain("--window", fmt::format("`{}` is not FROM..TO", text), kWindowHelp, diagnostics);
    return std::nullopt;
  }
  if (window.from && window.to && *window.to < *window.from) {
    complain("--window", fmt::format("`{}` ends before it starts", text), kWindowHelp, diagnostics);
    return std::nullopt;
  }
  return window;
}

std::optional<std::size_t> read_word(const std::string& option, const std::string& text,
                                     const std::vector<std::string>& words,
                                     text::Diagnostics& diagnostics) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::optional<std::string> near = text::nearest(text, words);
  const std::string known = fmt::format("it takes `{}`", fmt::join(words, "`, `"));
  complain(option, fmt::format("there is no `{}`", text),
           near ? fmt::format("did you mean `{}`? {}", *near, known) : known, diagnostics);
  return std::nullopt;
}

std::optional<rules::Severity> read_severity(const std::string& option, const std::string& text,
                                             text::Diagnostics& diagnostics) {
  const auto index = read_word(option, text, findings::severity_words(), diagnostics);
  if (!index) return std::nullopt;
  return findings::kAllSeverities[*index];
}

std::vector<std::string> verdict_choices() {
  std::vector<std::string> words = findings::verdict_words();
  words.emplace_back("all");
  return words;
}

std::vector<rules::Verdict> read_verdicts(const std::vector<std::string>& words,
                                          text::Diagnostics& diagnostics) {
  const std::vector<std::string> known = verdict_choices();
  std::vector<rules::Verdict> verdicts;
  for (const std::string& word : words) {
    const auto index = read_word("--verdicts", word, known, diagnostics);
    if (!index) continue;
    if (*index == findings::kAllVerdicts.size()) {
      verdicts.assign(findings::kAllVerdicts.begin(), findings::kAllVerdicts.end());
    } else {
      verdicts.push_back(findings::kAllVerdicts[*index]);
    }
  }
  return verdicts;
}

std::map<std::string, std::string> read_assignments(const std::vector<std::string>& texts,
                                                    text::Diagnostics& diagnostics) {
  constexpr std::string_view kHelp =
      "write the parameter's name and its value, as in `--set support_worker_cases=12`";
  std::map<std::string, std::string> values;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      complain("--set", fmt::format("`{}` is not name=value", text), kHelp, diagnostics);
      continue;
    }
    const std::string name = text.substr(0, equals);
    if (!values.emplace(name, text.substr(equals + 1)).second) {
      complain("--set", fmt::format("`{}` is set twice", name), "set it once", diagnostics);
    }
  }
  return values;
}

std::map<std::string, value::Date> read_complete(const std::vector<std::string>& texts,
                                                 text::Diagnostics& diagnostics) {
  std::map<std::string, value::Date> complete;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    const std::string resource = text.substr(0, equals);
    const auto date = equals == std::string::npos ? std::optional(value::kFirstDate)
                                                  : value::parse_date(text.substr(equals + 1));
    if (resource.empty() || !date) {
      complain("--complete", fmt::format("`{}` is not TABLE=DATE", text),
               "name a table and the day from which it has every row, as in `visits=2024-04-01`, "
               "or the table alone",
               diagnostics);
    } else if (!complete.emplace(resource, *date).second) {
      complain("--complete", fmt::format("`{}` is given twice", resource), "give one day for it",
               diagnostics);
    }
  }
  return complete;
}

std::optional<std::size_t> read_count(const std::string& option, const std::string& text,
                                      text::Diagnostics& diagnostics) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && stopped == end) return number;
  complain(option, fmt::format("`{}` is not a whole number", text),
           fmt::format("write a number, as in `{} 20`", option), diagnostics);
  return std::nullopt;
}

std::optional<double> read_percent(const std::string& option, const std::string& text,
                                   text::Diagnostics& diagnostics) {
  const std::size_t length = text.ends_with('%') ? text.size() - 1 : text.size();
  double percent = 0;
  const char* end = text.data() + length;
  const auto [stopped, error] =
      std::from_chars(text.data(), end, percent, std::chars_format::fixed);
  if (error == std::errc() && stopped == end && percent >= 0 && percent <= 100) return percent;
  complain(option, fmt::format("`{}` is no share in percent", text),
           fmt::format("write a number from 0 to 100, as in `{} 2%`", option), diagnostics);
  return std::nullopt;
}

}  // namespace remit::cli

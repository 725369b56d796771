#include "report/format.h"

#include <array>

namespace remit::report {
namespace {

constexpr std::array kFormats{
    Format{"text",
           "for people, findings grouped by rule, then the counts",
           {".txt", ""},
           true,
           false,
           false,
           write_text},
    Format{"ndjson",
           "for programs, one finding a line, as JSON",
           {".ndjson", ".jsonl"},
           false,
           false,
           false,
           write_ndjson},
    Format{"sarif",
           "SARIF 2.1.0, for code hosts and viewers",
           {".sarif", ".sarif.json"},
           false,
           true,
           false,
           write_sarif},
    Format{"json",
           "one document: counts, findings, data findings",
           {".json", ""},
           false,
           false,
           false,
           write_json},
    Format{"junit",
           "JUnit XML, a suite a rule, for pipelines",
           {".xml", ""},
           false,
           true,
           false,
           write_junit},
    Format{"csv", "a row a finding, for spreadsheets", {".csv", ""}, false, true, false, write_csv},
    Format{"xlsx",
           "a workbook: findings, rules, data to complete",
           {".xlsx", ""},
           false,
           true,
           false,
           write_xlsx},
    Format{"markdown",
           "a comment on a pull request",
           {".md", ".markdown"},
           false,
           false,
           false,
           write_markdown},
    Format{"github", "annotations of GitHub Actions", {"", ""}, false, true, false, write_github},
    Format{"html",
           "a page to read and print: charts, timelines, filters",
           {".html", ".htm"},
           false,
           false,
           true,
           write_html},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

}  // namespace remit::report

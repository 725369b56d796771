#include "report/format.h"

#include <array>

namespace remit::report {
namespace {

constexpr std::array kFormats{
    Format{"text", "for people, findings grouped by rule, then the counts", true, write_text},
    Format{"ndjson", "for programs, one finding a line, as JSON", false, write_ndjson},
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

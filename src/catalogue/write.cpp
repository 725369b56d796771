#include "catalogue/write.h"

#include <array>

namespace remit::catalogue {
namespace {

constexpr std::array kFormats{
    Format{"table", "a line for each rule", write_table},
    Format{"json", "everything that is known of each", write_json},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

}  // namespace remit::catalogue

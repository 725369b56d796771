#include "cli/choices.h"

#include <sstream>

namespace remit::cli {
namespace {

constexpr const char* kName = "choices";

}  // namespace

/// A validator that is not active checks nothing and shows nothing: it only carries the words.
CLI::Validator choices(const std::vector<std::string>& words) {
  CLI::Validator carrier([](std::string&) { return std::string(); },
                         fmt::format("{}", fmt::join(words, "|")), kName);
  carrier.active(false);
  return carrier;
}

std::vector<std::string> choices_of(CLI::Option& option) {
  std::vector<std::string> words;
  try {
    CLI::Validator carrier = *option.get_validator(kName);
    std::istringstream joined(carrier.active().get_description());
    for (std::string word; std::getline(joined, word, '|');) words.push_back(word);
  } catch (const CLI::OptionNotFound&) {
    // It takes any word.
  }
  return words;
}

}  // namespace remit::cli

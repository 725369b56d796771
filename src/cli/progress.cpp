#include "cli/progress.h"

#include <fmt/format.h>

#include "cli/terminal.h"

namespace remit::cli {
namespace {

constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(bool shown) : shown_(shown) {}

Progress::~Progress() { erase(); }

void Progress::show(const std::string& text) {
  if (!shown_) return;
  tell(std::string(kClearLine) + text);
  dirty_ = true;
}

void Progress::rules(std::size_t done, std::size_t all) {
  show(fmt::format("rule {} of {}", done, all));
}

void Progress::erase() {
  if (dirty_) tell(std::string(kClearLine));
  dirty_ = false;
}

}  // namespace remit::cli

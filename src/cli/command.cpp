#include "cli/command.h"

#include <array>

namespace remit::cli {
namespace {

constexpr std::array kCommands{
    Command{"check", "audit an export against rules and list what breaks them", declare_check},
    Command{"test", "run the cases that stand beside rules", declare_test},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace remit::cli

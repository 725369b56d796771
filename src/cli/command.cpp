#include "cli/command.h"

#include <array>

namespace remit::cli {
namespace {

constexpr std::array kCommands{
    Command{"check", "audit an export against rules and list what breaks them", declare_check},
    Command{"init", "write a project file for an export: remit.yaml", declare_init},
    Command{"compare", "say which verdicts differ between two runs, or two editions of rules",
            declare_compare},
    Command{"explain", "say why a rule says of a subject what it says", declare_explain},
    Command{"waive", "add a waiver to a file of waivers", declare_waive},
    Command{"precheck", "say what an assignment would break, before it is made", declare_precheck},
    Command{"due", "list what falls due when, and what is overdue, by worker and case",
            declare_due},
    Command{"who", "say who could be assigned, and from when on the others could", declare_who},
    Command{"pseudonyms", "make a key for pseudonyms, and say whom one stands for",
            declare_pseudonym_command},
    Command{"test", "run the cases that stand beside rules", declare_test},
    Command{"lint", "look for mistakes and oddities in rule files", declare_lint},
    Command{"fmt", "lay out rule files in one way, without changing what they mean", declare_fmt},
    Command{"rules", "list and search rules", declare_rules},
    Command{"docs", "write the rule book: every rule as sentences, with its source", declare_docs},
    Command{"completion", "let a shell complete the words of remit", declare_completion},
    Command{"manual", "write the manual page: every command with its options", declare_manual},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace remit::cli

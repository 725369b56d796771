#pragma once

#include <string_view>

// The parts of the help that teach.
namespace remit::cli {

std::string_view program_about();
std::string_view program_footer();
std::string_view check_footer();
std::string_view init_footer();
std::string_view compare_footer();
std::string_view explain_footer();
std::string_view waive_footer();
std::string_view pseudonyms_footer();
std::string_view precheck_footer();
std::string_view due_footer();
std::string_view who_footer();
std::string_view test_footer();
std::string_view fmt_footer();
std::string_view lint_footer();
std::string_view rules_footer();
std::string_view docs_footer();
std::string_view completion_footer();
std::string_view manual_footer();

}  // namespace remit::cli

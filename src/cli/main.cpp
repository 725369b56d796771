#include <exception>
#include <new>
#include <string>

#include "cli/program.h"
#include "cli/terminal.h"

namespace {

/// What cannot be blamed on the input is a fault of the program, and says so in one line.
int report_fault(const std::string& what) {
  remit::cli::tell("remit: a fault of remit itself: " + what +
                   "; please report it with this line, the command line, and if you may share "
                   "them the rule set and the smallest data that show it\n");
  return static_cast<int>(remit::findings::ExitStatus::kFault);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    remit::cli::guard_streams();
    return static_cast<int>(remit::cli::run_program(argc, argv));
  } catch (const std::bad_alloc&) {
    return report_fault("there was not enough memory");
  } catch (const std::exception& error) {
    return report_fault(error.what());
  } catch (...) {
    return report_fault("an unnamed exception");
  }
}

#pragma once

#include <string>

namespace remit::cli {

/// Lets log lines out to standard error; until then they go nowhere.
void start_log();
void log(const std::string& line);

}  // namespace remit::cli

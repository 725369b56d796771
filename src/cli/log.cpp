#include "cli/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace remit::cli {
namespace {

constexpr const char* kName = "remit";

}  // namespace

void start_log() {
  const auto logger = spdlog::stderr_logger_st(kName);
  logger->set_pattern("%n: %v (%o ms)");
}

void log(const std::string& line) {
  if (const auto logger = spdlog::get(kName)) logger->info(line);
}

}  // namespace remit::cli

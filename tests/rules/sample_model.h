#pragma once

#include <string>

#include "memory_reader.h"

namespace remit::test {

/// A small model of workers, cases and who held which when.
extern const std::string kSampleModel;
/// A calendar of 2024 to 2026 with two holidays.
extern const std::string kSampleCalendar;

/// A reader that has the model and the calendar as what is shipped under `/home`:
/// `sample@1` and `sample`.
MemoryReader sample_reader();

}  // namespace remit::test

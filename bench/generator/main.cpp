// Writes the exports that the benchmark measures with: an invented country of any size, or copies
// of an export that there is.

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "bench/generator/cases.h"
#include "bench/generator/copies.h"

namespace {

constexpr std::uint64_t kSeed = 20200301;

int usage() {
  std::fputs(
      "usage: bench_generator country FOLDER CASES    an invented country with so many cases\n"
      "       bench_generator copies FOLDER N FROM    the export in FROM, N times over\n",
      stderr);
  return 2;
}

/// A whole number from 1 to a hundred million; 0 for anything else.
unsigned number(const char* text) {
  char* end = nullptr;
  const unsigned long value = std::strtoul(text, &end, 10);
  return *end == '\0' && value <= 100'000'000 ? static_cast<unsigned>(value) : 0;
}

void write_country(const std::filesystem::path& folder, bench::Plan plan) {
  bench::Random random(kSeed);
  const bench::Workforce workforce(plan);
  bench::write_workforce(folder, workforce, random);
  bench::write_cases(folder, plan, workforce, random);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return usage();
  const std::string_view what = argv[1];
  const std::filesystem::path folder = argv[2];
  const unsigned size = number(argv[3]);
  if (size == 0) return usage();
  std::filesystem::create_directories(folder);
  if (what == "country" && argc == 4) {
    write_country(folder, bench::Plan{size});
  } else if (what == "copies" && argc == 5) {
    bench::write_copies(argv[4], folder, static_cast<int>(size));
  } else {
    return usage();
  }
  return 0;
}

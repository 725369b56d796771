#include <cstdio>
#include <string>
#include <vector>

#include "support/catch.h"
#include "support/golden.h"

// docs/managers.md shows commands about the example county, and what they print.
namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR;

struct Shown {
  std::string command;
  std::string output;
};

/// The blocks that begin with a command after `$ `, and what stands below it.
std::vector<Shown> blocks_of(const std::string& page) {
  const std::string opening = "```console\n$ ";
  std::vector<Shown> blocks;
  for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
    at += opening.size();
    const std::size_t end = page.find("```", at);
    std::size_t line_end = page.find('\n', at);
    while (page[line_end - 1] == '\\') line_end = page.find('\n', line_end + 1);
    blocks.push_back(
        {page.substr(at, line_end - at), page.substr(line_end + 1, end - line_end - 1)});
  }
  return blocks;
}

std::string run(const std::string& command) {
  const std::string program = REMIT_PROGRAM;
  const std::string line = "cd '" + kTop + "' && PATH='" +
                           program.substr(0, program.find_last_of('/')) + "':$PATH && (" + command +
                           ") 2>&1";
  FILE* pipe = popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  pclose(pipe);
  return text;
}

}  // namespace

TEST_CASE("cli: the page for managers shows what the commands print") {
  const auto blocks = blocks_of(read_file(kTop + "/docs/managers.md"));
  CHECK(blocks.size() >= 6);
  for (const Shown& shown : blocks) {
    INFO(shown.command);
    CHECK(run(shown.command) == shown.output);
  }
}

}  // namespace remit::test

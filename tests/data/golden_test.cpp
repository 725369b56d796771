// Each case has a model, files whose bytes are written with escapes (\r, \n, \t, \0, \xNN, \\; a
// line that ends in a single backslash goes on without a line break), and what comes of them.
#include <charconv>
#include <string>

#include "data/sample.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

std::string bytes_of(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    if (next == 'x') {
      unsigned byte = 0;
      std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
      out += static_cast<char>(static_cast<unsigned char>(byte));
      i += 2;
    } else if (next != '\n') {
      out += next == 'n'   ? '\n'
             : next == 'r' ? '\r'
             : next == 't' ? '\t'
             : next == '0' ? '\0'
                           : next;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("data golden: files and what is read of them") {
  for (const GoldenCase& golden : golden_cases("data")) {
    INFO(golden.path);
    Files files;
    std::string as_of = "2026-09-30";
    for (const auto& [name, text] : golden.sections) {
      if (name.rfind("file ", 0) == 0) files.emplace_back(name.substr(5), bytes_of(text));
      if (name == "as of") as_of = text.substr(0, 10);
    }
    const auto model = sample_model(golden.section("model"));
    const std::string read = describe(read_sample(model, files, as_of));
    check_golden(golden, "expected", read);
    check_however_read(model, files, as_of, read);
  }
}

}  // namespace remit::test

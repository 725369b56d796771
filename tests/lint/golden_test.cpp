#include "support/golden.h"
#include "inspect.h"
#include "support/catch.h"
#include "text/render.h"

// A case has one or more rule files (`--- file NAME`), all of which are loaded together, and what
// is said of them.
namespace remit::test {

TEST_CASE("lint: golden cases") {
  for (const GoldenCase& golden : golden_cases("lint")) {
    std::vector<std::string> paths;
    std::map<std::string, std::string> files;
    for (const auto& [name, text] : golden.sections) {
      if (name.rfind("file ", 0) != 0) continue;
      files[name.substr(5)] = text;
      if (name.find("model") == std::string::npos && name.find("calendar") == std::string::npos) {
        paths.push_back("./" + name.substr(5));
      }
    }
    INFO(golden.path);
    check_golden(golden, "warnings", text::render(inspect(paths, files)));
  }
}

}  // namespace remit::test

#include "inspect.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit::test {

TEST_CASE("lint: the packs that are shipped give no warning") {
  CHECK(text::render(inspect({"england-children"}, {})) == "");
}

TEST_CASE("lint: the rules of the conformance cases give no warning") {
  const std::string folder = conformance_folder();
  if (folder.empty()) return;
  CHECK(text::render(inspect({folder + "/caseload/rules.yaml"}, {})) == "");
}

}  // namespace remit::test

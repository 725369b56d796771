#include <cstdlib>
#include <fstream>
#include <sstream>

#include "book/book.h"
#include "cases/run.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit {
namespace {

/// The book of a pack that remit ships, as `remit docs` writes it.
std::string book_of(const std::string& pack) {
  const std::string home = REMIT_SOURCE_DIR;
  const rules::DiskReader reader;
  text::Diagnostics diagnostics;
  const auto rules = rules::load({pack}, {home, {}}, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  cases::RuleSets rule_sets(home, reader);
  const auto sources = cases::find_case_files({pack}, home, reader, diagnostics);
  const auto examples = catalogue::examples_of(
      cases::load_chosen(sources, cases::Selection{}, rule_sets, reader, diagnostics));
  std::ostringstream out;
  book::write_markdown(
      book::make_book(*rules, catalogue::entries_of(*rules, examples), book::Cover{}), out);
  return out.str();
}

TEST_CASE("book: docs/rules has the books of the packs as they are") {
  const std::string path = REMIT_SOURCE_DIR "/docs/rules/england-children.md";
  const std::string book = book_of("england-children");
  const char* update = std::getenv("REMIT_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << book;
  }
  INFO("`remit docs england-children --output docs/rules/england-children.md` writes it anew");
  CHECK(test::read_file(path) == book);
}

}  // namespace
}  // namespace remit

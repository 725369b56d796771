#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "book/book.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit {
namespace {

namespace fs = std::filesystem;

const std::string kTop = REMIT_SOURCE_DIR;

bool has_rules(const fs::path& folder) {
  const auto files = fs::directory_iterator(folder);
  return std::any_of(begin(files), end(files), [](const fs::directory_entry& entry) {
    return entry.path().extension() == ".yaml" &&
           test::read_file(entry.path().string()).find("\nrules:\n") != std::string::npos;
  });
}

/// The names of all packs that remit ships: the folders in rules/ with rules in them.
std::vector<std::string> packs() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kTop + "/rules")) {
    if (entry.is_directory() && has_rules(entry.path())) names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The book of a pack, as `remit docs --own --no-cases` writes it.
std::string book_of(const std::string& pack) {
  const rules::DiskReader reader;
  text::Diagnostics diagnostics;
  const auto rules = rules::load({pack}, {kTop, {}}, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  book::Cover cover;
  cover.own_only = true;
  std::ostringstream out;
  book::write_markdown(book::make_book(*rules, catalogue::entries_of(*rules, {}), cover), out);
  return out.str();
}

void update(const std::string& path, const std::string& content) {
  const char* wanted = std::getenv("REMIT_UPDATE_GOLDEN");
  if (wanted != nullptr && std::string(wanted) == "1") {
    std::ofstream(path, std::ios::binary) << content;
  }
}

TEST_CASE("book: docs/rules has the book of every pack as it is") {
  const std::vector<std::string> names = packs();
  REQUIRE(names.size() >= 10);
  for (const std::string& pack : names) {
    const std::string path = fmt::format("{}/docs/rules/{}.md", kTop, pack);
    const std::string book = book_of(pack);
    update(path, book);
    INFO("`remit docs " << pack << " --own --no-cases --output docs/rules/" << pack
                        << ".md` writes it anew");
    REQUIRE(fs::exists(path));
    // Not compared by CHECK: the books are long, and what differs is found by writing them anew.
    CHECK((test::read_file(path) == book));
  }
}

TEST_CASE("book: the list of the books names every one, and nothing else stands beside them") {
  const std::vector<std::string> names = packs();
  const std::string list = test::read_file(kTop + "/docs/rules/README.md");
  for (const std::string& pack : names) {
    INFO(pack);
    CHECK(list.find(fmt::format("[{0}]({0}.md)", pack)) != std::string::npos);
  }
  for (const auto& entry : fs::directory_iterator(kTop + "/docs/rules")) {
    const std::string name = entry.path().stem();
    INFO(name);
    CHECK((name == "README" || std::find(names.begin(), names.end(), name) != names.end()));
  }
}

}  // namespace
}  // namespace remit

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "rules/ruleset.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// Pages that name rules by their ids: docs/articles.md, and the README of each pack.
namespace remit::test {
namespace {

namespace fs = std::filesystem;

const std::string kTop = REMIT_SOURCE_DIR;

struct Named {
  std::set<std::string> ids;                ///< of rules and of tables of reserved tasks
  std::map<std::string, std::string> pack;  ///< whose page has the rule
  std::set<std::string> of_articles;        ///< rules that cite one of the five articles
};

/// The sources that the packs have for the five articles.
const std::set<std::string>& article_sources() {
  static const std::set<std::string> ids{
      "assistants_article",         "pilot2017",       "letter2017", "profile_article",
      "qualifications_article2017", "training_article"};
  return ids;
}

void add_pack(const std::string& pack, Named& named) {
  const rules::DiskReader reader;
  text::Diagnostics diagnostics;
  const auto rules = rules::load({pack}, {kTop, {}}, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  for (const rules::Rule& rule : rules->rules) {
    named.ids.insert(rule.id);
    if (!rule.table.empty()) named.ids.insert(rule.table);
    const bool own = rules->files[rule.file].name == pack;
    if (own) named.pack[rule.id] = pack;
    for (const rules::Citation& citation : rule.sources) {
      if (article_sources().count(citation.id) > 0) named.of_articles.insert(rule.id);
    }
  }
}

/// The packs that have a page.
Named all_rules() {
  Named named;
  for (const auto& entry : fs::directory_iterator(kTop + "/docs/rules")) {
    const std::string name = entry.path().stem();
    if (name != "README") add_pack(name, named);
  }
  REQUIRE(named.ids.size() > 150);
  return named;
}

/// What looks like the id of a rule in a text.
std::set<std::string> ids_in(const std::string& text) {
  static const std::regex kId("\\b[A-Z]{2}-[A-Z]{2}-[0-9]{3}(-[0-9]{4})?(\\.[a-z0-9_]+)?\\b");
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), kId), end; at != end; ++at) {
    found.insert(at->str());
  }
  return found;
}

std::set<std::string> without(const std::set<std::string>& left,
                              const std::set<std::string>& right) {
  std::set<std::string> rest;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

}  // namespace

TEST_CASE("docs: the page on articles names rules that there are, and leads to each") {
  const Named named = all_rules();
  const std::string page = read_file(kTop + "/docs/articles.md");
  const std::set<std::string> ids = ids_in(page);
  CHECK(ids.size() > 80);
  CHECK(without(ids, named.ids) == std::set<std::string>{});
  for (const auto& [id, pack] : named.pack) {
    if (ids.count(id) == 0) continue;
    INFO(id);
    CHECK(page.find("[" + id + "](rules/" + pack + ".md#rule-" + id + ")") != std::string::npos);
  }
}

TEST_CASE("docs: the page on articles names every rule that rests on one") {
  const Named named = all_rules();
  const std::set<std::string> ids = ids_in(read_file(kTop + "/docs/articles.md"));
  REQUIRE(named.of_articles.size() > 20);
  CHECK(without(named.of_articles, ids) == std::set<std::string>{});
}

TEST_CASE("docs: the tables of the packs name rules that there are") {
  const Named named = all_rules();
  std::size_t tables = 0;
  for (const auto& entry : fs::directory_iterator(kTop + "/rules")) {
    const fs::path readme = entry.path() / "README.md";
    if (!fs::exists(readme)) continue;
    ++tables;
    INFO(readme.string());
    CHECK(without(ids_in(read_file(readme.string())), named.ids) == std::set<std::string>{});
  }
  CHECK(tables >= 10);
}

}  // namespace remit::test

// The order of the modules: an include may reach only what the module's line in
// src/CMakeLists.txt names, and each library has one place that sees it.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "support/catch.h"
#include "support/golden.h"
#include "tree.h"

namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR;

bool starts_with(const std::string& text, const std::string& start) {
  return text.rfind(start, 0) == 0;
}

Modules modules() { return read_modules(read_file(kTop + "/src/CMakeLists.txt")); }

std::vector<Include> all_includes() {
  std::vector<Include> includes = includes_under("src");
  for (Include& include : includes_under("include")) includes.push_back(std::move(include));
  return includes;
}

// What is wrong with an include of the project's own headers, or nothing.
std::string check_order(const Include& include, const Modules& known) {
  const std::string from = module_of_file(include.file);
  const std::string to = module_of_include(include.target);
  if (from == to || from == "cli") return "";
  const auto depends = known.depends.find(from);
  if (depends == known.depends.end())
    return "the module `" + from + "` is not in src/CMakeLists.txt";
  const auto& allowed = depends->second;
  if (std::find(allowed.begin(), allowed.end(), to) != allowed.end()) return "";
  return "`" + from + "` may not use `" + to + "`: see its DEPENDS in src/CMakeLists.txt";
}

// Parts of the tree that alone may include something; all of it is at home in the first part.
struct Enclosure {
  const char* target;  // how the include starts
  const char* home;    // how the path of a file that may have it starts
};

constexpr Enclosure kEnclosures[] = {
    {"yaml-cpp/", "src/yaml/"},
    {"boost/spirit", "src/lang/parse/"},
    {"CLI/", "src/cli/"},
    {"spdlog/", "src/cli/"},
    {"xlsxwriter", "src/report/xlsx/"},
    {"simdjson", "src/baseline/"},
    {"engine/reference/", "src/engine/reference/"},
};

std::string check_enclosures(const Include& include) {
  for (const Enclosure& enclosure : kEnclosures) {
    if (starts_with(include.target, enclosure.target) &&
        !starts_with(include.file, enclosure.home)) {
      return "only " + std::string(enclosure.home) + " may include " + enclosure.target;
    }
  }
  return "";
}

void report(const Include& include, const std::string& problem) {
  INFO(include.file << ":" << include.line << ": #include " << include.target << ": " << problem);
  CHECK(problem.empty());
}

TEST_CASE("layering: a module includes only what it may use") {
  const Modules known = modules();
  std::size_t own = 0;
  for (const Include& include : all_includes()) {
    if (!include.quoted) continue;
    ++own;
    report(include, check_order(include, known));
  }
  CHECK(own > 100);
}

TEST_CASE("layering: each library is seen in one place only") {
  for (const Include& include : all_includes()) report(include, check_enclosures(include));
}

TEST_CASE("layering: own headers are included by their path from the source root") {
  for (const Include& include : all_includes()) {
    if (!include.quoted) continue;
    const bool found = std::filesystem::exists(kTop + "/src/" + include.target) ||
                       std::filesystem::exists(kTop + "/include/" + include.target);
    report(include, found ? "" : "no such file in src or include");
  }
}

TEST_CASE("layering: modules depend only on those before them") {
  const Modules known = modules();
  REQUIRE(known.order.size() >= 10);
  std::set<std::string> before;
  for (const std::string& module : known.order) {
    for (const std::string& used : known.depends.at(module)) {
      INFO(module << " uses " << used);
      CHECK(before.count(used) == 1);
    }
    before.insert(module);
  }
}

/// The folder of the list that a source file belongs to: the nearest one at or above its own.
std::string listing_folder(const std::string& file) {
  std::string folder = file;
  do {
    folder = folder.substr(0, folder.rfind('/'));
  } while (folder != "src" && !std::filesystem::exists(kTop + "/" + folder + "/files.cmake"));
  return folder;
}

TEST_CASE("layering: every source file is listed in its module") {
  for (const std::string& file : sources_under("src")) {
    if (file.substr(file.size() - 4) != ".cpp") continue;
    const std::string folder = listing_folder(file);
    const std::string name = file.substr(folder.size() + 1);
    const std::string list = read_file(kTop + "/" + folder + "/files.cmake");
    INFO(file << " is missing in " << folder << "/files.cmake");
    CHECK(list.find(name) != std::string::npos);
  }
}

TEST_CASE("layering: headers guard themselves and open no namespace for others") {
  for (const std::string folder : {"src", "include"}) {
    for (const std::string& file : sources_under(folder)) {
      if (file.substr(file.size() - 2) != ".h") continue;
      const std::string content = read_file(kTop + "/" + file);
      INFO(file);
      CHECK(content.find("#pragma once") != std::string::npos);
      CHECK(content.find("\nusing namespace") == std::string::npos);
    }
  }
}

// The checks above on files made up to break them.
TEST_CASE("layering: what breaks the order is found") {
  const Modules known = read_modules(
      "# add_module(not this)\nadd_module(text LIBRARIES fmt::fmt)\n"
      "add_module(yaml DEPENDS text\n  LIBRARIES yaml-cpp)\n");
  CHECK(known.order == std::vector<std::string>{"text", "yaml"});
  CHECK(known.depends.at("yaml") == std::vector<std::string>{"text"});
  CHECK(known.depends.at("text").empty());

  const auto include = [](const std::string& file, const std::string& line) {
    const auto found = includes_of(file, "// first\n" + line + "\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 2);
    return found[0];
  };
  CHECK(check_order(include("src/yaml/a.cpp", "#include \"text/source.h\""), known).empty());
  CHECK(check_order(include("src/cli/a.cpp", "#include \"yaml/node.h\""), known).empty());
  CHECK_FALSE(check_order(include("src/text/a.h", "#include \"yaml/node.h\""), known).empty());
  CHECK_FALSE(check_order(include("src/other/a.h", "  # include \"text/a.h\""), known).empty());
  CHECK_FALSE(check_enclosures(include("src/model/a.cpp", "#include <yaml-cpp/yaml.h>")).empty());
  CHECK_FALSE(
      check_enclosures(include("src/lang/check/a.cpp", "#include <boost/spirit/home/x3.hpp>"))
          .empty());
  CHECK_FALSE(
      check_enclosures(include("src/engine/a.cpp", "#include \"engine/reference/a.h\"")).empty());
  CHECK(check_enclosures(include("src/cli/a.cpp", "#include <spdlog/spdlog.h>")).empty());
}

}  // namespace
}  // namespace remit::test

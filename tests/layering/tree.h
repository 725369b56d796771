#pragma once

#include <map>
#include <string>
#include <vector>

namespace remit::test {

/// One `#include` of a source file.
struct Include {
  std::string file;  ///< from the top of the project: src/yaml/parse.cpp
  std::size_t line = 0;
  std::string target;  ///< what stands between the quotes or angle brackets
  bool quoted = false;
};

/// The includes of the C++ files in a folder of the project, or in a single file's text.
std::vector<Include> includes_under(const std::string& folder);
std::vector<Include> includes_of(const std::string& file, const std::string& content);

/// The C++ files in a folder of the project, by name.
std::vector<std::string> sources_under(const std::string& folder);

/// Which modules each module may use, in the order of `add_module(NAME DEPENDS ...)` lines.
struct Modules {
  std::vector<std::string> order;
  std::map<std::string, std::vector<std::string>> depends;
};
Modules read_modules(const std::string& cmake);

/// The module that a file or an include belongs to: `yaml` of src/yaml/parse.cpp and yaml/node.h.
std::string module_of_file(const std::string& file);
std::string module_of_include(const std::string& target);

}  // namespace remit::test

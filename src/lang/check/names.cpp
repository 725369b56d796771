#include <fmt/format.h>

#include <map>

#include "lang/check/check.h"

namespace remit::lang {
namespace {

struct Meaning {
  std::string what;
  text::Location where;
};

// Remembers what each name stands for, and reports the second of two.
class Names {
 public:
  explicit Names(text::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(const std::string& name, std::string what, const text::Location& where) {
    if (const Function* function = find_function(name)) {
      diagnostics_.error("name-taken", where,
                         fmt::format("{} cannot be called `{}`: that is a built-in function", what,
                                     function->name),
                         "choose another name");
      return;
    }
    const auto [earlier, is_new] = meanings_.try_emplace(name, Meaning{what, where});
    if (is_new) return;
    diagnostics_
        .error("name-taken", where,
               fmt::format("{} cannot be called `{}`: that is {} already", what, name,
                           earlier->second.what),
               "choose another name")
        .notes.push_back({"it has the name here", earlier->second.where});
  }

 private:
  text::Diagnostics& diagnostics_;
  std::map<std::string, Meaning> meanings_;
};

}  // namespace

void check_names(const Environment& environment, text::Diagnostics& diagnostics) {
  Names names(diagnostics);
  if (environment.model != nullptr) {
    for (const model::Table& table : environment.model->tables) {
      names.add(table.name, "a table of the model", table.where);
    }
  }
  for (const Parameter& each : environment.parameters) {
    names.add(each.name, "a parameter", each.where);
  }
  for (const CodeSet& each : environment.sets) names.add(each.name, "a code set", each.where);
  for (const Definition& each : environment.definitions) {
    names.add(each.name, "a definition", each.where);
  }
}

}  // namespace remit::lang

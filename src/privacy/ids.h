#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lang/typed.h"
#include "model/model.h"
#include "privacy/fields.h"
#include "privacy/pseudonyms.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::privacy {

/// What stands in a message for a text that is made of ids in some way.
constexpr std::string_view kIdStandIn = "[id]";

/// The ids of a model: the texts and whole numbers in fields of keys and references. What a field
/// lists as `enum` is no id.
Marks id_fields(const model::Model& model);

/// Puts pseudonyms in the place of ids.
class Ids {
 public:
  Ids(const model::Model& model, std::string key);

  /// The key of a row, its parts joined by `|`; as it is where its parts are no ids. Of a table
  /// that is not known (-1) every part is taken for one.
  std::string key(int table, const std::string& text);
  std::string key(const std::string& resource, const std::string& text);
  /// A subject of several rows: entities and keys joined by ` + `.
  std::string subject(const rules::Subject& subject);
  bool is_id(int table, int field) const { return marks_.has(table, field); }
  /// One cell of such a field.
  std::string cell(const std::string& text) { return pseudonyms_.of(text); }

  /// Puts marks around the ids in messages, by which `read` finds them again. Nobody who writes
  /// data can know them.
  void mark(rules::Rule& rule) const;
  /// A message that was made of marked pieces.
  std::string read(const std::string& message);

  const Marks& marks() const { return marks_; }

 private:
  std::string opening(int table, bool list) const;
  std::string read_marked(std::string_view marked);

  const model::Model& model_;
  Marks marks_;
  Pseudonyms pseudonyms_;
  std::string open_;
  std::string close_;
};

}  // namespace remit::privacy

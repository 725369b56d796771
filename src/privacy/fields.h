#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace remit::privacy {

/// What an output says where a value is left out.
constexpr std::string_view kStandIn = "[personal]";

/// Some of the fields of a model, by table and field.
class Marks {
 public:
  explicit Marks(const model::Model& model);

  void mark(int table, int field);
  bool has(int table, int field) const;
  bool any(int table) const;
  bool any() const;

 private:
  std::vector<std::vector<bool>> marked_;
};

/// The fields that the model marks `personal`.
Marks personal_fields(const model::Model& model);

/// The fields whose cells a data finding about one of the marked fields, or about one that is read
/// together with it, may quote: the other end of a period, the other parts of a key.
Marks quoted_together(const model::Model& model, const Marks& marks);

/// The field that a path of evidence ends in: `a.worker.name`. Nothing where the table has none.
std::optional<int> field_of_path(const model::Table& table, std::string_view path);

}  // namespace remit::privacy

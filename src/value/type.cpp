#include "value/type.h"

namespace remit::value {
namespace {

std::string word(Kind kind) {
  switch (kind) {
    case Kind::kError:
      return "an expression with an error";
    case Kind::kMissing:
      return "missing";
    case Kind::kBoolean:
      return "boolean";
    case Kind::kInteger:
      return "integer";
    case Kind::kNumber:
      return "number";
    case Kind::kString:
      return "string";
    case Kind::kDate:
      return "date";
    case Kind::kDuration:
      return "duration";
    case Kind::kPeriod:
      return "period";
    case Kind::kRow:
      return "row";
    case Kind::kList:
      return "list";
    case Kind::kCollection:
      return "collection";
  }
  return {};
}

}  // namespace

std::string to_string(const Type& type) {
  const bool has_element = type.kind == Kind::kList || type.kind == Kind::kCollection;
  if (!has_element || type.element == Kind::kError) return word(type.kind);
  return word(type.kind) + " of " + word(type.element);
}

}  // namespace remit::value

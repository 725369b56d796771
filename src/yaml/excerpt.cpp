#include "yaml/decode.h"
#include "yaml/node.h"

namespace remit::yaml {

text::Excerpt excerpt(const Node& scalar) {
  text::Excerpt excerpt{scalar.where.file, scalar.scalar, {}};
  if (scalar.where.file && scalar.kind == NodeKind::kScalar) {
    Decoded decoded = decode(scalar.where.file->content(), scalar.where.span.begin, scalar.scalar);
    // The library drops some of several line breaks at the end of a quoted text.
    if (decoded.text.starts_with(scalar.scalar)) {
      excerpt.offsets = std::move(decoded.offsets);
      excerpt.offsets.resize(excerpt.text.size() + 1);
      return excerpt;
    }
  }
  // A text that did not come from these bytes is placed as a whole.
  excerpt.offsets.assign(excerpt.text.size(), scalar.where.span.begin);
  excerpt.offsets.push_back(scalar.where.span.end);
  return excerpt;
}

}  // namespace remit::yaml

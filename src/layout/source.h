#pragma once

#include <vector>

#include "layout/roles.h"
#include "layout/token.h"
#include "yaml/node.h"

namespace remit::layout {

/// A file as the layout reads it.
struct Source {
  text::SourcePtr file;
  yaml::Node document;
  Roles roles;  ///< of the nodes of `document`
  std::vector<Token> tokens;

  explicit Source(yaml::Node read)
      : file(read.where.file),
        document(std::move(read)),
        roles(document),
        tokens(tokens_of(document, *file)) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
};

}  // namespace remit::layout

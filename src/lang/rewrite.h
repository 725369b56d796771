#pragma once

#include <map>

#include "lang/environment.h"
#include "lang/typed.h"

namespace remit::lang {

/// What is put in the place of which node. Null leaves the node out: of a `where`, and nowhere
/// else.
using Replacements = std::map<const typed::Node*, typed::NodePtr>;

/// Makes typed trees anew with some nodes replaced. What holds none of them is shared with the
/// tree that it came from; a tree without any comes back as the same pointer.
///
/// The types of what contains a replaced node stay, but for the family of durations. What ties a
/// whole table is looked for again in a `where` that has changed.
class Rewriter {
 public:
  Rewriter(const Environment& environment, const Replacements& replacements)
      : environment_(environment), replacements_(replacements) {}

  /// Null stays null.
  typed::NodePtr node(const typed::NodePtr& node);
  typed::Binding binding(const typed::Binding& binding);
  typed::Comprehension comprehension(const typed::Comprehension& comprehension);

  /// False where the result is nothing that could have been written: a whole table is no longer
  /// tied, or a `sum` of durations mixes families.
  bool sound() const { return sound_; }

 private:
  struct Inside;

  const Environment& environment_;
  const Replacements& replacements_;
  bool sound_ = true;
};

}  // namespace remit::lang

#pragma once

#include <boost/spirit/home/x3.hpp>
#include <functional>
#include <string>

#include "lang/parse/fault.h"
#include "lang/parse/grammar.h"
#include "lang/parse/tree.h"

// The terminals and directives of the grammar: parsers of Spirit X3 over tokens instead of
// characters. For grammar.cpp only. Each attribute is a Node or a sequence of them.
namespace remit::lang::parse {

namespace x3 = boost::spirit::x3;

// NOLINTBEGIN(readability-identifier-naming): X3 asks each parser for members of these names.

/// A word or symbol that only has to stand there. `label` is what messages call it.
struct Mark : x3::parser<Mark> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  Mark(TokenKind wanted_kind, std::string_view wanted_text, std::string_view name)
      : kind(wanted_kind), text(wanted_text), label(name) {}

  template <typename Iterator, typename Context, typename Result, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, Result&, Attribute&) const {
    if (first == last || !first->is(kind, text)) return false;
    ++first;
    return true;
  }

  TokenKind kind;
  std::string_view text;
  std::string_view label;
};

/// A token that the tree keeps: one that `Accepts` says yes to.
template <typename Accepts>
struct Leaf : x3::parser<Leaf<Accepts>> {
  using attribute_type = Node;
  static bool const has_attribute = true;

  Leaf(Accepts predicate, std::string_view name) : accepts(predicate), label(name) {}

  template <typename Iterator, typename Context, typename Result, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, Result&,
             Attribute& attribute) const {
    if (first == last || !accepts(*first)) return false;
    const Token* token = &*first;
    x3::traits::move_to(Node{Shape::kToken, token, token, {}}, attribute);
    ++first;
    return true;
  }

  Accepts accepts;
  std::string_view label;
};

/// Puts what the subject (always a sequence) found under a node. `kKeep` keeps a node of one
/// part, `kUnwrap` gives that part itself, for levels of the grammar that found nothing.
enum class Wrapping { kKeep, kUnwrap };
template <typename Subject>
struct Wrap : x3::unary_parser<Subject, Wrap<Subject>> {
  using base_type = x3::unary_parser<Subject, Wrap<Subject>>;
  using attribute_type = Node;
  static bool const has_attribute = true;

  Wrap(const Subject& wrapped, Shape made, Wrapping how)
      : base_type(wrapped), shape(made), wrapping(how) {}

  template <typename Iterator, typename Context, typename Result, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, Result& result,
             Attribute& attribute) const {
    const Iterator begin = first;
    Node node{shape, &*begin, nullptr, {}};
    if (!this->subject.parse(first, last, context, result, node.parts)) {
      first = begin;
      return false;
    }
    if (wrapping == Wrapping::kUnwrap && node.parts.size() == 1) {
      Node part = std::move(node.parts.front());
      x3::traits::move_to(std::move(part), attribute);
      return true;
    }
    node.last = first == begin ? &*begin : &*(first - 1);
    x3::traits::move_to(std::move(node), attribute);
    return true;
  }

  Shape shape;
  Wrapping wrapping;
};

struct Depth;

/// Counts one level of nesting while the subject parses; over the limit it throws a Fault, so that
/// no text can exhaust the stack.
template <typename Subject>
struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
  using base_type = x3::unary_parser<Subject, Nested<Subject>>;
  static bool const is_pass_through_unary = true;

  explicit Nested(const Subject& inner) : base_type(inner) {}

  template <typename Iterator, typename Context, typename Result, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, Result& result,
             Attribute& attribute) const {
    int& depth = x3::get<Depth>(context).get();
    // The expression as a whole is the first level, and not yet nested in anything.
    if (depth > kMaxNesting) throw too_deep(*first);
    ++depth;
    const bool found = this->subject.parse(first, last, context, result, attribute);
    --depth;
    return found;
  }

  static Fault too_deep(const Token& token) {
    return {"nesting-too-deep",
            "the expression nests more than " + std::to_string(kMaxNesting) + " levels deep",
            "split it up, with `definitions` for its parts", token.begin, token.end};
  }
};

// NOLINTEND(readability-identifier-naming)

template <typename Subject>
auto nested(const Subject& subject) {
  return Nested<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
}

/// A node of the given shape over what the subject found.
template <typename Subject>
auto keep(Shape shape, const Subject& subject) {
  return Wrap<Subject>(subject, shape, Wrapping::kKeep);
}
template <typename Subject>
auto unwrap(Shape shape, const Subject& subject) {
  return Wrap<Subject>(subject, shape, Wrapping::kUnwrap);
}
template <typename Accepts>
auto leaf(std::string_view label, Accepts accepts) {
  return Leaf<Accepts>(accepts, label);
}

}  // namespace remit::lang::parse

namespace boost::spirit::x3 {

template <>
struct get_info<remit::lang::parse::Mark> {
  using result_type = std::string;
  std::string operator()(const remit::lang::parse::Mark& mark) const {
    return std::string(mark.label);
  }
};
template <typename Accepts>
struct get_info<remit::lang::parse::Leaf<Accepts>> {
  using result_type = std::string;
  std::string operator()(const remit::lang::parse::Leaf<Accepts>& leaf) const {
    return std::string(leaf.label);
  }
};

}  // namespace boost::spirit::x3

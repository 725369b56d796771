#pragma once

#include <cstdint>
#include <vector>

#include "lang/parse/token.h"

namespace remit::lang::parse {

/// What a node of the parse tree is. Behind each: its parts, in order; `?` may be absent. Words
/// and symbols of the grammar that say nothing more are not among the parts.
enum class Shape : std::uint8_t {
  kToken,          ///< a literal, name, word or operator; no parts
  kConditional,    ///< condition, then, otherwise
  kImplication,    ///< left, right
  kDisjunction,    ///< operand, kStep...
  kConjunction,    ///< operand, kStep...
  kNegation,       ///< operand
  kComparison,     ///< operand, one or more of kRelation to kMatches
  kSum,            ///< operand, kStep...
  kProduct,        ///< operand, kStep...
  kStep,           ///< operator token, operand
  kRelation,       ///< operator token, operand
  kIn,             ///< list
  kNot,            ///< kIn or kMatches
  kBetween,        ///< low, high
  kIs,             ///< `not` token?, `missing` or `unknown` token or kDistinct
  kDistinct,       ///< operand
  kMatches,        ///< string token
  kMinus,          ///< operand
  kPostfix,        ///< operand, name token...
  kGroup,          ///< operand, in parentheses
  kList,           ///< kItems?
  kCall,           ///< name token, kArguments
  kArguments,      ///< kItems?
  kItems,          ///< operand...
  kQuantified,     ///< quantifier token, kBinding, satisfies
  kAggregate,      ///< function token, kComprehension
  kComprehension,  ///< head?, kOver?
  kOver,           ///< kBindings, kBy?, kElse?
  kBindings,       ///< kBinding...
  kBinding,        ///< name token, source, kWhere?
  kWhere,          ///< operand
  kBy,             ///< operand
  kElse,           ///< operand
};

/// A node of the parse tree: as the grammar has it, every detour left out in which nothing was
/// found. `first` and `last` are the tokens it spans, both inclusive.
struct Node {
  Shape shape = Shape::kToken;
  const Token* first = nullptr;
  const Token* last = nullptr;
  std::vector<Node> parts;
};

}  // namespace remit::lang::parse

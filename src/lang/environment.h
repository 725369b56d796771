#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lang/typed.h"
#include "model/model.h"
#include "value/calendar.h"

namespace remit::lang {

/// A value of a parameter or a code, in force from `from` to `to`, both inclusive and both
/// optional.
struct Dated {
  value::Value value;
  std::optional<value::Date> from;
  std::optional<value::Date> to;
  text::Location where;
};

/// A named number, text, date or duration that a council can set. Without a series it has one
/// value, in force always.
struct Parameter {
  std::string name;
  value::Type type;
  std::string about;
  std::vector<Dated> values;
  text::Location where;
};

/// A named list of codes.
struct CodeSet {
  std::string name;
  value::Type element;
  std::vector<Dated> values;
  text::Location where;
};

/// A name bound in a scope.
struct Slot {
  std::string name;
  value::Type type;
};

/// A named expression with arguments: slots 1..arguments of its scope; slot 0 is the own date of
/// the rule that asks.
struct Definition {
  std::string name;
  std::size_t arguments = 0;
  std::vector<Slot> slots;
  typed::NodePtr body;  ///< null until it is checked
  text::Location where;
};

/// All that the expressions of one rule set can name, apart from what they bind.
struct Environment {
  std::shared_ptr<const model::Model> model;
  std::shared_ptr<const value::Calendar> calendar;  ///< null where the rule set names none
  std::vector<Parameter> parameters;
  std::vector<CodeSet> sets;
  std::vector<Definition> definitions;
  text::SourcePtr file;
};

}  // namespace remit::lang

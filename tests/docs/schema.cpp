#include "docs/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <regex>

#include "support/catch.h"
#include "support/golden.h"
#include "yaml/numbers.h"

namespace remit::test {
namespace {

/// One value against one schema.
struct Case {
  const Json& root;
  const Json& schema;  ///< the object that the keyword stands in
  const Json& value;
  std::string path;
  std::string& faults;

  void fault(const std::string& message) const {
    faults += fmt::format("{}: {}\n", path.empty() ? "/" : path, message);
  }
};

void check(const Case& at);

bool holds(const Case& at, const Json& schema) {
  std::string faults;
  check({at.root, schema, at.value, at.path, faults});
  return faults.empty();
}

bool is_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  FAIL("no type is called " << type);
  return false;
}

void check_type(const Case& at, const Json& wanted) {
  const Json types = wanted.is_array() ? wanted : Json::array({wanted});
  const bool fits = std::any_of(types.begin(), types.end(), [&](const Json& type) {
    return is_type(at.value, type.get<std::string>());
  });
  if (!fits) at.fault("is not of type " + wanted.dump());
}

void check_ref(const Case& at, const Json& reference) {
  const std::string pointer = reference.get<std::string>().substr(1);
  check({at.root, at.root.at(Json::json_pointer(pointer)), at.value, at.path, at.faults});
}

void check_properties(const Case& at, const Json& properties) {
  if (!at.value.is_object()) return;
  for (const auto& [key, schema] : properties.items()) {
    if (!at.value.contains(key)) continue;
    check({at.root, schema, at.value[key], at.path + "/" + key, at.faults});
  }
}

void check_additional(const Case& at, const Json& schema) {
  if (!at.value.is_object()) return;
  const Json known = at.schema.value("properties", Json::object());
  for (const auto& [key, value] : at.value.items()) {
    if (known.contains(key)) continue;
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) at.fault("does not know the key " + key);
    } else {
      check({at.root, schema, value, at.path + "/" + key, at.faults});
    }
  }
}

void check_names(const Case& at, const Json& schema) {
  if (!at.value.is_object()) return;
  for (const auto& [key, value] : at.value.items()) {
    const Json name = key;
    check({at.root, schema, name, at.path + "/" + key, at.faults});
  }
}

void check_required(const Case& at, const Json& keys) {
  if (!at.value.is_object()) return;
  for (const Json& key : keys) {
    if (!at.value.contains(key.get<std::string>())) at.fault("has no " + key.dump());
  }
}

void check_items(const Case& at, const Json& schema) {
  if (!at.value.is_array()) return;
  for (std::size_t i = 0; i < at.value.size(); ++i) {
    check({at.root, schema, at.value[i], at.path + "/" + std::to_string(i), at.faults});
  }
}

void check_enum(const Case& at, const Json& values) {
  if (std::find(values.begin(), values.end(), at.value) == values.end()) {
    at.fault(at.value.dump() + " is none of " + values.dump());
  }
}

void check_constant(const Case& at, const Json& value) {
  if (at.value != value) at.fault("is not " + value.dump());
}

void check_pattern(const Case& at, const Json& pattern) {
  if (!at.value.is_string()) return;
  if (!std::regex_search(at.value.get<std::string>(), std::regex(pattern.get<std::string>()))) {
    at.fault(at.value.dump() + " does not match " + pattern.dump());
  }
}

std::size_t fitting(const Case& at, const Json& schemas) {
  return static_cast<std::size_t>(std::count_if(
      schemas.begin(), schemas.end(), [&](const Json& schema) { return holds(at, schema); }));
}

void check_any(const Case& at, const Json& schemas) {
  if (fitting(at, schemas) == 0) at.fault("fits none of " + schemas.dump());
}

void check_one(const Case& at, const Json& schemas) {
  if (fitting(at, schemas) != 1) at.fault("fits not exactly one of " + schemas.dump());
}

void check_all(const Case& at, const Json& schemas) {
  for (const Json& schema : schemas) check({at.root, schema, at.value, at.path, at.faults});
}

void check_not(const Case& at, const Json& schema) {
  if (holds(at, schema)) at.fault("is what must not be");
}

void check_then(const Case& at, const Json& schema) {
  if (holds(at, at.schema.at("if"))) check({at.root, schema, at.value, at.path, at.faults});
}

void check_minimum(const Case& at, const Json& least) {
  if (at.value.is_number() && at.value < least) at.fault("is less than " + least.dump());
}

void check_fewest(const Case& at, const Json& least) {
  if (at.value.is_structured() && at.value.size() < least) at.fault("has too few parts");
}

void check_most(const Case& at, const Json& most) {
  if (at.value.is_structured() && at.value.size() > most) at.fault("has too many parts");
}

void accept(const Case& /*at*/, const Json& /*annotation*/) {}

using Keyword = std::function<void(const Case&, const Json&)>;

const std::map<std::string, Keyword>& keywords() {
  static const std::map<std::string, Keyword> kKeywords{
      {"$schema", accept},
      {"$id", accept},
      {"title", accept},
      {"description", accept},
      {"$defs", accept},
      {"examples", accept},
      {"default", accept},
      {"deprecated", accept},
      {"if", accept},
      {"$ref", check_ref},
      {"type", check_type},
      {"properties", check_properties},
      {"required", check_required},
      {"additionalProperties", check_additional},
      {"propertyNames", check_names},
      {"items", check_items},
      {"enum", check_enum},
      {"const", check_constant},
      {"pattern", check_pattern},
      {"anyOf", check_any},
      {"oneOf", check_one},
      {"allOf", check_all},
      {"not", check_not},
      {"then", check_then},
      {"minimum", check_minimum},
      {"minItems", check_fewest},
      {"minProperties", check_fewest},
      {"maxProperties", check_most},
  };
  return kKeywords;
}

void check(const Case& at) {
  for (const auto& [word, argument] : at.schema.items()) {
    const auto keyword = keywords().find(word);
    INFO("the keyword " << word);
    REQUIRE(keyword != keywords().end());
    keyword->second(at, argument);
  }
}

Json scalar(const yaml::Node& node) {
  if (node.quoted) return node.scalar;
  if (node.scalar == "true" || node.scalar == "false") return node.scalar == "true";
  if (const auto integer = yaml::read_integer(node.scalar)) return *integer;
  if (const auto number = yaml::read_number(node.scalar)) return *number;
  return node.scalar;
}

}  // namespace

Json read_schema(const std::string& name) {
  return Json::parse(
      read_file(std::string(REMIT_SOURCE_DIR) + "/schemas/" + name + ".schema.json"));
}

Json to_json(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::NodeKind::kNull:
      return nullptr;
    case yaml::NodeKind::kScalar:
      return scalar(node);
    case yaml::NodeKind::kSequence: {
      Json list = Json::array();
      for (const yaml::Node& item : node.items) list.push_back(to_json(item));
      return list;
    }
    case yaml::NodeKind::kMapping: {
      Json object = Json::object();
      for (const yaml::Entry& entry : node.entries) object[entry.key] = to_json(entry.value);
      return object;
    }
  }
  return nullptr;
}

std::string breaches(const Json& schema, const Json& document) {
  std::string faults;
  check({schema, schema, document, "", faults});
  return faults;
}

}  // namespace remit::test

#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "yaml/node.h"

// The JSON Schemas that editors use, and a check of documents by as much of JSON Schema as they
// need.
namespace remit::test {

using Json = nlohmann::json;
using Keys = std::set<std::string>;

/// A schema of the folder `schemas`, by the first part of its name.
Json read_schema(const std::string& name);

/// A YAML document as JSON, with the words of the 1.2 core schema.
Json to_json(const yaml::Node& node);

/// What a document breaks, a line each; empty where it is fine. An assertion that the check does
/// not know fails the test.
std::string breaches(const Json& schema, const Json& document);

}  // namespace remit::test

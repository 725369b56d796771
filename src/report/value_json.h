#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "findings/waiver.h"
#include "report/json_text.h"
#include "report/json_writer.h"
#include "rules/outcome.h"
#include "value/value.h"

// The pieces that several documents have in common.
namespace remit::report {

void write_json(const value::Date& date, JsonWriter& writer);
void write_json(const value::Period& period, JsonWriter& writer);
void write_json(const value::Value& value, JsonWriter& writer);
void write_json(const rules::Subject& subject, JsonWriter& writer);
void write_json(const rules::Evidence& evidence, JsonWriter& writer);
void write_json(const rules::Need& need, JsonWriter& writer);
void write_json(const findings::Waiver& waiver, JsonWriter& writer);

/// Null where there is none.
template <class Piece>
void write_json(const std::optional<Piece>& piece, JsonWriter& writer) {
  piece ? write_json(*piece, writer) : writer.null();
}

template <class Piece>
void write_json(const std::vector<Piece>& pieces, JsonWriter& writer) {
  writer.begin_array();
  for (const Piece& piece : pieces) write_json(piece, writer);
  writer.end_array();
}

/// A piece as a part of a document that is built as a tree.
template <class Piece>
Json as_json(const Piece& piece) {
  JsonWriter writer;
  write_json(piece, writer);
  return Json::parse(writer.str());
}

}  // namespace remit::report

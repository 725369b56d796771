#include "report/json_writer.h"

#include <algorithm>

#include "report/json_text.h"

namespace remit::report {
namespace {

/// Printable ASCII that stands for itself in a JSON string.
bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

}  // namespace

void JsonWriter::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

void JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
}

void JsonWriter::close(char bracket) { text_ += bracket; }

void JsonWriter::key(std::string_view name) {
  separate();
  text_ += '"';
  text_ += name;
  text_ += "\":";
}

void JsonWriter::null() { json("null"); }

void JsonWriter::truth(bool value) { json(value ? "true" : "false"); }

void JsonWriter::number(double value) { json(json_text(Json(value))); }

void JsonWriter::text(std::string_view value) {
  if (!std::all_of(value.begin(), value.end(), is_plain)) return json(json_text(Json(value)));
  separate();
  text_ += '"';
  text_ += value;
  text_ += '"';
}

void JsonWriter::json(std::string_view value) {
  separate();
  text_ += value;
}

}  // namespace remit::report

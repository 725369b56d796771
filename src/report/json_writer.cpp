#include "report/json_writer.h"

#include "report/json_text.h"

namespace remit::report {
namespace {

/// Whether all of it is printable ASCII that stands for itself in a JSON string. Without a way out
/// of the loop many characters are looked at at a time.
bool is_plain(std::string_view text) {
  bool plain = true;
  for (const char c : text) {
    plain = plain & (c >= ' ') & (c <= '~') & (c != '"') & (c != '\\');
  }
  return plain;
}

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
  if (!is_plain(value)) return json(json_text(Json(value)));
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

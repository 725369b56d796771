#include "report/value_json.h"

namespace remit::report {
namespace {

struct ValueToJson {
  JsonWriter& writer;

  void operator()(const value::Missing&) const { writer.null(); }
  void operator()(bool truth) const { writer.truth(truth); }
  void operator()(std::int64_t integer) const { writer.integer(integer); }
  void operator()(double number) const { writer.number(number); }
  void operator()(const std::string& text) const { writer.text(text); }
  void operator()(const value::Date& date) const { write_json(date, writer); }
  void operator()(const value::Duration& length) const { writer.text(value::to_string(length)); }
  void operator()(const value::Period& period) const { write_json(period, writer); }
  void operator()(const value::Row& row) const { writer.text(value::to_string(value::Value{row})); }
  void operator()(const std::shared_ptr<const value::List>& list) const {
    write_json(*list, writer);
  }
};

}  // namespace

void write_json(const value::Date& date, JsonWriter& writer) {
  writer.text(value::to_string(date));
}

void write_json(const value::Period& period, JsonWriter& writer) {
  writer.begin_object();
  writer.key("from");
  write_json(period.from, writer);
  writer.key("to");
  value::is_open(period) ? writer.null() : write_json(value::end_day(period), writer);
  writer.end_object();
}

void write_json(const value::Value& value, JsonWriter& writer) {
  std::visit(ValueToJson{writer}, value.data);
}

void write_json(const rules::Subject& subject, JsonWriter& writer) {
  writer.begin_object();
  writer.key("entity");
  writer.text(subject.entity);
  writer.key("key");
  writer.text(subject.key);
  writer.end_object();
}

void write_json(const rules::Evidence& evidence, JsonWriter& writer) {
  writer.begin_object();
  writer.key("path");
  writer.text(evidence.path);
  writer.key("value");
  write_json(evidence.value, writer);
  writer.key("table");
  writer.text(evidence.resource);
  writer.key("key");
  writer.text(evidence.key);
  writer.end_object();
}

void write_json(const rules::Need& need, JsonWriter& writer) {
  writer.begin_object();
  writer.key("table");
  writer.text(need.resource);
  writer.key("key");
  writer.text(need.key);
  writer.key("field");
  writer.text(need.field);
  writer.end_object();
}

/// Who decided to bear a breach, and why.
void write_json(const findings::Waiver& waiver, JsonWriter& writer) {
  writer.begin_object();
  writer.key("from");
  writer.text(value::to_string(waiver.from));
  writer.key("to");
  writer.text(value::to_string(waiver.to));
  writer.key("approved_by");
  writer.text(waiver.approved_by);
  writer.key("approved_on");
  writer.text(value::to_string(waiver.approved_on));
  writer.key("reason");
  writer.text(waiver.reason);
  writer.key("file");
  writer.text(waiver.file);
  writer.key("line");
  writer.integer(waiver.line);
  writer.end_object();
}

}  // namespace remit::report

#include "report/html/markup.h"

#include "report/xml_text.h"

namespace remit::report::html {

void Markup::start(std::string_view tag, Attributes attributes) {
  out_ << '<' << tag;
  for (const auto& [name, value] : attributes) {
    out_ << ' ' << name << "=\"" << xml_attribute(value) << '"';
  }
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ << '>';
  open_.emplace_back(tag);
  return *this;
}

Markup& Markup::close() {
  out_ << "</" << open_.back() << '>';
  open_.pop_back();
  return *this;
}

Markup& Markup::element(std::string_view tag, std::string_view content, Attributes attributes) {
  return open(tag, attributes).text(content).close();
}

Markup& Markup::empty(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ << "/>";
  return *this;
}

Markup& Markup::text(std::string_view text) {
  out_ << xml_text(text);
  return *this;
}

Markup& Markup::data(std::string_view text) { return element("bdi", text); }

Markup& Markup::link(std::string_view text, std::string_view target) {
  if (target.empty()) return data(text);
  return open("a", {{"href", target}}).data(text).close();
}

Markup& Markup::line() {
  out_ << '\n';
  return *this;
}

Markup& Markup::raw(std::string_view text) {
  out_ << text;
  return *this;
}

}  // namespace remit::report::html

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

Markup& Markup::open_link(std::string_view target) {
  const std::size_t chosen = target.starts_with('#') ? target.find('?') : std::string_view::npos;
  if (chosen != std::string_view::npos) {
    return open("a", {{"href", target.substr(0, chosen)}, {"data-to", target}});
  }
  for (const std::string_view made : {"#case-", "#worker-", "#team-"}) {
    if (target.starts_with(made)) return open("a", {{"data-to", target}});
  }
  return open("a", {{"href", target}});
}

Markup& Markup::link(std::string_view text, std::string_view target) {
  if (target.empty()) return data(text);
  return open_link(target).data(text).close();
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

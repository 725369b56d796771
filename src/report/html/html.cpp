#include <ostream>

#include <fmt/format.h>

#include "report/html/assets.h"
#include "report/html/pack.h"
#include "report/html/report.h"
#include "report/text/phrase.h"

namespace remit::report {
namespace html {
namespace {

std::string bytes_of(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

/// Nothing may be loaded from anywhere, and nothing runs but what this file itself begins with.
std::string security_policy() {
  return fmt::format(
      "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; "
      "form-action 'none'",
      base64(bytes_of(kStyleHash)), base64(bytes_of(kScriptHash)));
}

std::string title_of(const findings::Audit& audit) {
  return audit.version.empty() ? audit.ruleset : audit.ruleset + " " + audit.version;
}

void write_head(Markup& markup, const findings::Audit& audit) {
  const std::string title =
      fmt::format("{}, as of {}", title_of(audit), value::to_string(audit.as_of));
  markup.open("head").line();
  markup.empty("meta", {{"charset", "utf-8"}}).line();
  markup.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", security_policy()}});
  markup.line();
  markup.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  markup.line();
  markup.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
  markup.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line();
  markup.element("title", title).line();
  markup.open("style").raw(kStyle).close().line().close().line();
}

void write_header(Markup& markup, const Report& report) {
  const findings::Audit& audit = report.audit;
  markup.open("header").line();
  markup.open("h1").data(title_of(audit)).close().line();
  markup.open("p").text("As of ").element("strong", value::to_string(audit.as_of));
  markup.text(" \u00b7 data: ").data(audit.data);
  if (audit.window) {
    markup.text(fmt::format(
        " \u00b7 audit window {}: {} outside it", text::when(*audit.window),
        text::counted(audit.outside, "finding") + (audit.outside == 1 ? " lies" : " lie")));
  }
  if (!report.options.version.empty()) markup.text(" \u00b7 remit " + report.options.version);
  markup.close().line();
  markup.open("nav", {{"aria-label", "Views"}}).open("ul");
  constexpr std::pair<const char*, const char*> kViews[] = {
      {"#overview", "Overview"}, {"#findings", "Findings"}, {"#rules", "Rules"}, {"#data", "Data"}};
  for (const auto& [target, name] : kViews) {
    markup.open("li").element("a", name, {{"href", target}}).close();
  }
  markup.close().close().line().close().line();
}

void write_body(Markup& markup, const Report& report) {
  markup.open("body").line();
  markup.element("a", "Skip to the content", {{"class", "skip"}, {"href", "#main"}}).line();
  write_header(markup, report);
  markup.open("main", {{"id", "main"}, {"tabindex", "-1"}}).line();
  markup.open("section",
              {{"id", "overview"}, {"class", "view"}, {"aria-labelledby", "overview-title"}});
  markup.element("h2", "Overview", {{"id", "overview-title"}, {"tabindex", "-1"}}).line();
  write_overview(markup, report);
  write_charts(markup, report);
  markup.close().line();
  write_findings(markup, report);
  write_rules(markup, report);
  write_data(markup, report);
  // The script fills these.
  for (const std::string_view id : {"who", "party"}) {
    markup.open("section", {{"id", id}, {"class", "view"}, {"hidden", ""}}).close().line();
  }
  markup.close().line();
  write_blocks(markup, report);
  markup.open("script", {{"type", "module"}}).raw(kScript).close().line();
  markup.close().line();
}

}  // namespace
}  // namespace html

void write_html(const findings::Audit& audit, const Options& options, std::ostream& out) {
  static const findings::Background kNone;
  const html::Report report =
      html::make_report(audit, options, options.background ? *options.background : kNone);
  html::Markup markup(out);
  markup.raw("<!DOCTYPE html>\n").open("html", {{"lang", "en-GB"}}).line();
  html::write_head(markup, audit);
  html::write_body(markup, report);
  markup.close().line();
}

}  // namespace remit::report

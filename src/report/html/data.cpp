#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/html/report.h"
#include "report/text/phrase.h"

namespace remit::report::html {
namespace {

constexpr std::size_t kKeysNamed = 5;
constexpr std::size_t kDataFindings = 500;

/// Whether a column has numbers, which stand to the right, and so does its head.
bool is_number(std::string_view column) {
  constexpr std::array<std::string_view, 7> kNumbers{"Unknowns", "Rows",     "Line", "Read",
                                                     "Kept",     "Rejected", "Later"};
  return std::find(kNumbers.begin(), kNumbers.end(), column) != kNumbers.end();
}

void open_table(Markup& markup, const std::string& caption,
                const std::vector<std::string>& columns) {
  markup.open("div",
              {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}});
  markup.open("table", {{"class", "sortable"}}).element("caption", caption).line();
  markup.open("thead").open("tr");
  for (const std::string& column : columns) {
    markup.element("th", column,
                   {{"scope", "col"}, {"class", is_number(column) ? "number" : "text"}});
  }
  markup.close().close().line().open("tbody").line();
}

void close_table(Markup& markup) { markup.close().close().close().line(); }

void write_lacks(Markup& markup, const Report& report) {
  const std::vector<Lack> all = lacks(report.audit);
  markup.element("h3", "Data to complete").line();
  if (all.empty()) {
    markup.element("p", "No unknown waits for data.").line();
    return;
  }
  open_table(markup, "Fields whose cells would settle unknowns, those first that settle the most",
             {"Table", "Field", "Unknowns", "Rows", "Which"});
  for (const Lack& lack : all) {
    markup.open("tr").open("th", {{"scope", "row"}}).data(lack.resource).close();
    markup.open("td").data(lack.field.empty() ? "a row" : lack.field).close();
    markup.element("td", text::number(lack.findings), {{"class", "number"}});
    markup.element("td", text::number(lack.keys.size()), {{"class", "number"}}).open("td");
    std::size_t named = 0;
    for (const std::string& key : lack.keys) {
      if (named == kKeysNamed) break;
      markup.text(named++ == 0 ? "" : ", ").data(key);
    }
    if (lack.keys.size() > named) {
      markup.text(fmt::format(" and {} more", text::number(lack.keys.size() - named)));
    }
    markup.close().close().line();
  }
  close_table(markup);
}

void write_data_findings(Markup& markup, const findings::Audit& audit) {
  const std::size_t all = audit.data_findings.size();
  const std::size_t shown = std::min(all, kDataFindings);
  markup.element("h3", "What is wrong in the data").line();
  if (all == 0) {
    markup.element("p", "Nothing was found.").line();
    return;
  }
  open_table(markup,
             shown < all ? fmt::format("The first {} of {} data findings", shown, text::number(all))
                         : "Data findings",
             {"Code", "File", "Line", "Row", "What"});
  for (std::size_t i = 0; i < shown; ++i) {
    const findings::DataFinding& finding = audit.data_findings[i];
    markup.open("tr").element("th", finding.code, {{"scope", "row"}});
    markup.open("td").data(finding.file).close();
    markup.element("td", finding.line == 0 ? "" : std::to_string(finding.line),
                   {{"class", "number"}});
    markup.open("td").data(finding.key).close();
    markup.open("td").data(finding.message).close().close().line();
  }
  close_table(markup);
}

void write_tables(Markup& markup, const findings::Audit& audit) {
  if (audit.data_counts.empty()) return;
  markup.element("h3", "Rows that were read").line();
  open_table(markup, "Rows of each table: read = kept + rejected + later than the as-of date",
             {"Table", "Read", "Kept", "Rejected", "Later"});
  for (const findings::DataCounts& counts : audit.data_counts) {
    markup.open("tr").open("th", {{"scope", "row"}}).data(counts.resource).close();
    for (const std::size_t count : {counts.read, counts.kept, counts.rejected, counts.later}) {
      markup.element("td", text::number(count), {{"class", "number"}});
    }
    markup.close().line();
  }
  close_table(markup);
}

void write_waivers(Markup& markup, const findings::Audit& audit) {
  if (audit.waiver_findings.empty()) return;
  markup.element("h3", "Remarks on waivers").line();
  open_table(markup, "Remarks on waivers", {"Code", "Rule", "Subject", "Approved by", "What"});
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    const findings::Waiver& waiver = audit.waivers[finding.waiver];
    markup.open("tr").element("th", finding.code, {{"scope", "row"}});
    for (const std::string& text :
         {waiver.rule, waiver.subject, waiver.approved_by, finding.message}) {
      markup.open("td").data(text).close();
    }
    markup.close().line();
  }
  close_table(markup);
}

}  // namespace

void write_data(Markup& markup, const Report& report) {
  markup.open("section", {{"id", "data"}, {"class", "view"}, {"aria-labelledby", "data-title"}});
  markup.element("h2", "Data", {{"id", "data-title"}, {"tabindex", "-1"}}).line();
  write_lacks(markup, report);
  write_data_findings(markup, report.audit);
  write_waivers(markup, report.audit);
  write_tables(markup, report.audit);
  markup.close().line();
}

}  // namespace remit::report::html

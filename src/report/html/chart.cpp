#include "report/html/chart.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "report/text/phrase.h"

namespace remit::report::html {
namespace {

std::size_t total(const Bar& bar) {
  return std::accumulate(bar.values.begin(), bar.values.end(), std::size_t{0});
}

std::size_t largest(const std::vector<Bar>& bars) {
  std::size_t most = 0;
  for (const Bar& bar : bars) most = std::max(most, total(bar));
  return most;
}

std::string percent(double share) { return fmt::format("{:.3f}%", share); }

/// A part of a whole, in percent of the room that bars may take.
double share(std::size_t part, std::size_t whole, double room) {
  return whole == 0 ? 0 : room * static_cast<double>(part) / static_cast<double>(whole);
}

void open_figure(Markup& markup, const std::string& id, const std::string& title,
                 const std::string& description) {
  markup.open("figure", {{"class", "chart"}, {"id", id}}).line();
  markup.open("figcaption");
  markup.element("h3", title).element("p", description).close().line();
}

void open_drawing(Markup& markup, const std::string& id, const std::string& title,
                  const std::string& description, std::size_t height) {
  const std::string names = fmt::format("{0}-title {0}-desc", id);
  markup.open("svg", {{"role", "group"},
                      {"aria-labelledby", names},
                      {"width", "100%"},
                      {"height", std::to_string(height)}});
  markup.element("title", title, {{"id", id + "-title"}});
  markup.element("desc", description, {{"id", id + "-desc"}}).line();
}

void write_legend(Markup& markup, const std::vector<Series>& series) {
  if (series.size() < 2) return;
  markup.open("ul", {{"class", "legend"}, {"aria-hidden", "true"}});
  for (const Series& each : series) {
    markup.open("li");
    markup.open("svg", {{"width", "12"}, {"height", "12"}});
    markup.empty("rect", {{"class", "fill-" + each.tone}, {"width", "12"}, {"height", "12"}});
    markup.close().text(" " + each.name).close();
  }
  markup.close().line();
}

/// What is drawn, as a table: for those who do not see it, and for who wants the figures.
void write_figures(Markup& markup, const std::string& title, const std::string& rows,
                   const std::vector<std::string>& columns, const std::vector<Bar>& bars) {
  markup.open("details").element("summary", "As a table").line();
  markup.open("div", {{"class", "wide"},
                      {"tabindex", "0"},
                      {"role", "region"},
                      {"aria-label", title + ", as a table"}});
  markup.open("table").element("caption", title);
  markup.open("thead").open("tr").element("th", rows, {{"scope", "col"}});
  for (const std::string& column : columns) {
    markup.element("th", column, {{"scope", "col"}, {"class", "number"}});
  }
  markup.close().close().line().open("tbody").line();
  for (const Bar& bar : bars) {
    markup.open("tr").open("th", {{"scope", "row"}}).link(bar.label, bar.target);
    if (!bar.about.empty()) markup.text(" ").data(bar.about);
    markup.close();
    for (const std::size_t value : bar.values) {
      markup.element("td", text::number(value), {{"class", "number"}});
    }
    markup.close().line();
  }
  markup.close().close().close().close().line();
}

void write_notes(Markup& markup, const std::vector<Bar>& notes) {
  if (notes.empty()) return;
  markup.open("ul", {{"class", "notes"}}).line();
  for (const Bar& note : notes) {
    markup.open("li").link(note.label, note.target).text(" ").data(note.about).close().line();
  }
  markup.close().line();
}

std::vector<std::string> names_of(const std::vector<Series>& series) {
  std::vector<std::string> names;
  for (const Series& each : series) names.push_back(each.name);
  return names;
}

/// `3 critical, 2 major`.
std::string said(const Bar& bar, const std::vector<Series>& series) {
  std::string text;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (bar.values[i] == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", text::number(bar.values[i]),
                        series[i].name);
  }
  return text.empty() ? "none" : text;
}

void open_bar(Markup& markup, const Bar& bar, const std::vector<Series>& series) {
  if (bar.target.empty()) {
    markup.open("g");
  } else {
    markup.open_link(bar.target);
  }
  const std::string about = bar.about.empty() ? "" : " " + bar.about;
  markup.element("title", fmt::format("{}{}: {}", bar.label, about, said(bar, series)));
}

void write_bar(Markup& markup, const Chart& chart, const Bar& bar, std::size_t most,
               std::size_t top) {
  constexpr double kRoom = 88;
  open_bar(markup, bar, chart.series);
  const std::string label_y = std::to_string(top + 13);
  markup.open("text", {{"x", "0"}, {"y", label_y}});
  markup.element("tspan", bar.label, {{"class", "name"}});
  if (!bar.about.empty()) markup.element("tspan", bar.about, {{"dx", "8"}, {"class", "quiet"}});
  markup.close();
  double left = 0;
  const std::string bar_y = std::to_string(top + 19);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    if (bar.values[i] == 0) continue;
    const double width = share(bar.values[i], most, kRoom);
    markup.empty("rect", {{"class", "fill-" + chart.series[i].tone},
                          {"x", percent(left)},
                          {"y", bar_y},
                          {"width", percent(width)},
                          {"height", "14"}});
    left += width;
  }
  markup.open(
      "text",
      {{"x", percent(left)}, {"y", std::to_string(top + 31)}, {"dx", "6"}, {"class", "figure"}});
  markup.text(text::number(total(bar))).close().close().line();
}

/// A round number at or above the largest, of which half is whole.
std::size_t scale_end(std::size_t most) {
  std::size_t step = 1;
  while (step * 10 <= most) step *= 10;
  for (const std::size_t factor :
       {std::size_t{2}, std::size_t{4}, std::size_t{6}, std::size_t{8}}) {
    if (factor * step >= most) return factor * step;
  }
  return step * 10;
}

constexpr double kColumnsTop = 10;
constexpr double kColumnsHeight = 160;
constexpr double kAxisRoom = 7;  ///< percent, left of the columns

void write_scale(Markup& markup, std::size_t end) {
  for (const std::size_t value : {std::size_t{0}, end / 2, end}) {
    const double y = kColumnsTop + kColumnsHeight - share(value, end, kColumnsHeight);
    const std::string at = fmt::format("{:.1f}", y);
    markup.empty(
        "line",
        {{"class", "grid"}, {"x1", percent(kAxisRoom)}, {"x2", "100%"}, {"y1", at}, {"y2", at}});
    markup.element("text", text::number(value),
                   {{"x", percent(kAxisRoom)},
                    {"y", fmt::format("{:.1f}", y + 4)},
                    {"dx", "-6"},
                    {"class", "end quiet"}});
  }
  markup.line();
}

void write_column(Markup& markup, const Chart& chart, std::size_t index, std::size_t end) {
  const Bar& bar = chart.bars[index];
  const double room = (100 - kAxisRoom) / static_cast<double>(chart.bars.size());
  const double left = kAxisRoom + room * static_cast<double>(index);
  open_bar(markup, bar, chart.series);
  double base = kColumnsTop + kColumnsHeight;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    if (bar.values[i] == 0) continue;
    const double height = share(bar.values[i], end, kColumnsHeight);
    base -= height;
    markup.empty("rect", {{"class", "fill-" + chart.series[i].tone},
                          {"x", percent(left + room * 0.1)},
                          {"y", fmt::format("{:.2f}", base)},
                          {"width", percent(room * 0.8)},
                          {"height", fmt::format("{:.2f}", height)}});
  }
  if (index % chart.label_every == 0) {
    markup.element("text", bar.label, {{"x", percent(left)}, {"y", "190"}, {"class", "quiet"}});
  }
  markup.close().line();
}

/// One of six shades; what is not nothing is never drawn as nothing.
std::size_t shade(std::size_t value, std::size_t most) {
  if (value == 0 || most == 0) return 0;
  return 1 + (value * 4) / std::max<std::size_t>(most, 1);
}

constexpr double kNames = 26;  ///< percent, left of a heat map's cells
constexpr std::size_t kHeadHeight = 96;
constexpr std::size_t kCellHeight = 26;

void write_heat_head(Markup& markup, const Heat& heat) {
  const double room = (100 - kNames) / static_cast<double>(heat.columns.size());
  for (std::size_t i = 0; i < heat.columns.size(); ++i) {
    const double x = kNames + room * (static_cast<double>(i) + 0.35);
    markup.open("svg", {{"x", percent(x)},
                        {"y", std::to_string(kHeadHeight - 6)},
                        {"overflow", "visible"},
                        {"width", "1"},
                        {"height", "1"}});
    markup.open_link(heat.columns[i].target);
    markup.element("title", heat.columns[i].label + " " + heat.columns[i].about);
    markup.element("text", heat.columns[i].label, {{"transform", "rotate(-55)"}});
    markup.close().close().line();
  }
}

void write_heat_line(Markup& markup, const Heat& heat, const Bar& line, std::size_t most,
                     std::size_t top) {
  const double room = (100 - kNames) / static_cast<double>(heat.columns.size());
  markup.open_link(line.target);
  markup.open("text", {{"x", "0"}, {"y", std::to_string(top + 17)}});
  markup.element("tspan", line.label, {{"class", "name"}});
  if (!line.about.empty()) markup.element("tspan", line.about, {{"dx", "6"}, {"class", "quiet"}});
  markup.close().close();
  for (std::size_t i = 0; i < heat.columns.size(); ++i) {
    const std::size_t value = line.values[i];
    const double x = kNames + room * static_cast<double>(i);
    const std::string heat_class = fmt::format("heat-{}", shade(value, most));
    markup.open("g", {{"class", heat_class}});
    markup.element("title", fmt::format("{}, {}: {}", line.label, heat.columns[i].label, value));
    markup.empty("rect", {{"x", percent(x)},
                          {"y", std::to_string(top)},
                          {"width", percent(room * 0.96)},
                          {"height", std::to_string(kCellHeight - 2)}});
    if (value > 0) {
      markup.element(
          "text", text::number(value),
          {{"x", percent(x + room * 0.48)}, {"y", std::to_string(top + 17)}, {"class", "middle"}});
    }
    markup.close();
  }
  markup.line();
}

}  // namespace

void write_bars(Markup& markup, const Chart& chart) {
  constexpr std::size_t kHeight = 40;
  const std::size_t most = largest(chart.bars);
  open_figure(markup, chart.id, chart.title, chart.description);
  write_legend(markup, chart.series);
  open_drawing(markup, chart.id, chart.title, chart.description, chart.bars.size() * kHeight + 4);
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    write_bar(markup, chart, chart.bars[i], most, i * kHeight);
  }
  markup.close().line();
  write_figures(markup, chart.title, chart.rows, names_of(chart.series), chart.bars);
  markup.close().line();
}

void write_columns(Markup& markup, const Chart& chart) {
  const std::size_t end = scale_end(std::max<std::size_t>(largest(chart.bars), 1));
  open_figure(markup, chart.id, chart.title, chart.description);
  write_legend(markup, chart.series);
  open_drawing(markup, chart.id, chart.title, chart.description, 198);
  write_scale(markup, end);
  for (std::size_t i = 0; i < chart.bars.size(); ++i) write_column(markup, chart, i, end);
  markup.close().line();
  write_notes(markup, chart.notes);
  write_figures(markup, chart.title, chart.rows, names_of(chart.series), chart.bars);
  markup.close().line();
}

void write_heat(Markup& markup, const Heat& heat) {
  std::size_t most = 0;
  for (const Bar& line : heat.lines) {
    for (const std::size_t value : line.values) most = std::max(most, value);
  }
  open_figure(markup, heat.id, heat.title, heat.description);
  open_drawing(markup, heat.id, heat.title, heat.description,
               kHeadHeight + heat.lines.size() * kCellHeight + 2);
  write_heat_head(markup, heat);
  for (std::size_t i = 0; i < heat.lines.size(); ++i) {
    write_heat_line(markup, heat, heat.lines[i], most, kHeadHeight + i * kCellHeight);
  }
  markup.close().line();
  std::vector<std::string> columns;
  for (const Bar& column : heat.columns) columns.push_back(column.label);
  write_figures(markup, heat.title, heat.rows, columns, heat.lines);
  markup.close().line();
}

}  // namespace remit::report::html

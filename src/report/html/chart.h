#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/html/markup.h"

// Charts as inline SVG, each with its figures as a table to unfold. Lengths along the page are
// percentages, so that texts keep their size on a narrow one.
namespace remit::report::html {

/// What is counted, and in which colour (a class of the style) it is drawn.
struct Series {
  std::string name;
  std::string tone;
};

/// A bar or column, with a value for each series.
struct Bar {
  std::string label;
  std::string about;   ///< more of the same, quieter; may be empty
  std::string target;  ///< where it leads; may be empty
  std::vector<std::size_t> values;
};

struct Chart {
  std::string id;
  std::string title;
  std::string description;  ///< what a reader should see in it
  std::string rows;         ///< what a bar stands for: `rule`
  std::vector<Series> series;
  std::vector<Bar> bars;
  std::size_t label_every = 1;  ///< of columns: which are labelled
  std::vector<Bar> notes{};     ///< what the chart is held against; values are not used
};

/// Horizontal bars, one below the other.
void write_bars(Markup& markup, const Chart& chart);
/// Columns from left to right, as time goes.
void write_columns(Markup& markup, const Chart& chart);

/// A table in which each cell is the darker the larger it is.
struct Heat {
  std::string id;
  std::string title;
  std::string description;
  std::string rows;
  std::vector<Bar> columns;  ///< label, about and target of each
  std::vector<Bar> lines;    ///< each with a value a column
};
void write_heat(Markup& markup, const Heat& heat);

}  // namespace remit::report::html

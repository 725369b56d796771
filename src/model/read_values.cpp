#include "model/read_values.h"

#include <fmt/format.h>

namespace remit::model {

std::optional<value::Date> read_date(const yaml::Node& node, std::string_view what,
                                     text::Diagnostics& diagnostics) {
  const auto text = yaml::as_text(node, what, diagnostics);
  if (!text) return std::nullopt;
  const auto date = value::parse_date(*text);
  if (!date) {
    diagnostics.error("bad-date", node.where, fmt::format("{} is no date: `{}`", what, *text),
                      "write a day that exists as `YYYY-MM-DD`");
  }
  return date;
}

std::optional<value::Date> read_date(yaml::Mapping& mapping, std::string_view key,
                                     text::Diagnostics& diagnostics) {
  const yaml::Node* node = mapping.optional(key);
  if (!node) return std::nullopt;
  return read_date(*node, fmt::format("`{}`", key), diagnostics);
}

}  // namespace remit::model

#include "rules/outside.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/parameter_value.h"
#include "rules/parameters.h"
#include "text/nearest.h"

namespace remit::rules {

void apply_outside(const std::map<std::string, std::string>& values, lang::Environment& environment,
                   text::Diagnostics& diagnostics) {
  for (lang::Parameter& parameter : environment.parameters) {
    const auto given = values.find(parameter.name);
    if (given == values.end() || parameter.type.kind == value::Kind::kError) continue;
    const std::string what = fmt::format("the parameter `{}`", parameter.name);
    const auto file =
        std::make_shared<text::SourceFile>(fmt::format("<{}>", parameter.name), given->second);
    auto value = read_parameter_value(text::whole(file), parameter.type, what, diagnostics);
    if (!value) continue;
    const text::Span span{0, static_cast<std::uint32_t>(given->second.size())};
    parameter.values = {{std::move(*value), std::nullopt, std::nullopt, {file, span}}};
    set_duration_family(parameter);
  }
}

void report_unknown_outside(const std::map<std::string, std::string>& values,
                            const std::map<std::string, LoadedFile>& files,
                            text::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const auto& [identity, file] : files) {
    for (const auto& parameter : file.environment->parameters) known.push_back(parameter.name);
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const auto& [name, value] : values) {
    if (std::binary_search(known.begin(), known.end(), name)) continue;
    const std::string help = text::did_you_mean(name, known);
    diagnostics.error("unknown-parameter", {},
                      fmt::format("no rule set has a parameter `{}`", name),
                      help.empty() ? "these rule sets have no parameters" : help);
  }
}

}  // namespace remit::rules

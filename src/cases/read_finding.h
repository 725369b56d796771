#pragma once

#include <optional>
#include <string_view>

#include "cases/case.h"
#include "model/model.h"
#include "text/diagnostic.h"
#include "yaml/node.h"

namespace remit::cases {

/// The word that expects a rule not to look at a subject.
constexpr std::string_view kNoSubject = "no_subject";

/// The verdict of a scalar; `alone`: where a single word stands for a subject.
std::optional<rules::Verdict> read_verdict(const yaml::Node& node, bool alone,
                                           text::Diagnostics& diagnostics);

/// Reads one finding: `{verdict, period, due, needs, message}`.
ExpectedFinding read_finding(const yaml::Node& node, const model::Model& model,
                             text::Diagnostics& diagnostics);

}  // namespace remit::cases

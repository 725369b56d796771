#pragma once

#include <string>
#include <vector>

#include "report/json_text.h"
#include "rules/outcome.h"
#include "value/value.h"

// The pieces that several documents have in common.
namespace remit::report {

Json json_period(const value::Period& period);
Json json_value(const value::Value& value);
Json json_subject(const std::string& entity, const std::string& key);
Json json_cell(const rules::Evidence& evidence);
Json json_cell(const rules::Need& need);
Json json_evidence(const std::vector<rules::Evidence>& evidence);
Json json_needs(const std::vector<rules::Need>& needs);

}  // namespace remit::report

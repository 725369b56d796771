#pragma once

#include <string>

#include "rules/rule.h"

namespace remit::lint {

/// All by which a rule decides, as text with names resolved; equal for rules of one file that
/// decide alike. Title, message, severity and dates are no part of it.
std::string decision_text(const rules::Rule& rule);

/// Whom a rule judges, about when, and by which rows, without how much or how often is asked:
/// equal for editions of one duty. Empty for kinds where this does not tell duties apart.
std::string duty_text(const rules::Rule& rule);

}  // namespace remit::lint

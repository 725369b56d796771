#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lang/environment.h"
#include "text/diagnostic.h"

namespace remit::rules {

/// The ids of all rules of a run, also of those that failed, and where each stands.
using RuleIds = std::map<std::string, text::Location>;

/// What the rules of one file are read with.
struct RuleContext {
  std::shared_ptr<const lang::Environment> environment;
  std::vector<std::string> source_ids;
  RuleIds& ids;
  text::Diagnostics& diagnostics;
};

/// Notes an id, and reports one that is taken or badly spelled.
void claim_id(const std::string& id, const text::Location& where, RuleContext& context);

}  // namespace remit::rules

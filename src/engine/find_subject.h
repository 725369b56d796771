#pragma once

#include <string>
#include <vector>

#include "engine/account.h"
#include "engine/context.h"
#include "engine/elements.h"

namespace remit::engine {

/// Subjects of a rule, with those beside them that are judged together with them.
struct FoundSubjects {
  Elements batch;
  Indices places;  ///< those that were looked for
};

/// The subjects that have a key, or that alone have it as a part of theirs; nothing where there
/// are none, or several that have only a part of it.
std::vector<FoundSubjects> find_subjects(const rules::Rule& rule, const std::string& key,
                                         Context& context);

/// Why `find_subjects` found nothing.
NoSubject why_none(const rules::Rule& rule, const std::string& key, Context& context);

}  // namespace remit::engine

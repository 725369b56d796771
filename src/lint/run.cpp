#include "lint/run.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "lint/lint.h"

namespace remit::lint {
namespace {

using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string, std::string>;

/// Two runs read one file twice: a place is known by the file's name.
Key key_of(const text::Diagnostic& diagnostic) {
  const text::Location& where = diagnostic.where;
  return {where.file ? where.file->path() : "", where.span.begin, where.span.end, diagnostic.code,
          diagnostic.message};
}

bool is_wanted(const text::Diagnostic& diagnostic, const std::vector<std::string>& only) {
  if (only.empty() || diagnostic.severity == text::Severity::kError) return true;
  return std::find(only.begin(), only.end(), diagnostic.code) != only.end();
}

}  // namespace

Run run(const std::vector<std::string>& paths, const std::vector<std::string>& only,
        const rules::LoadOptions& options, const rules::FileReader& reader) {
  Run all;
  std::set<Key> known;
  std::set<std::string> files;
  std::set<std::string> ids;
  for (const std::string& path : paths) {
    text::Diagnostics found;
    if (const auto rules = rules::load({path}, options, reader, found)) {
      lint(*rules, found);
      for (const rules::RuleFile& file : rules->files) files.insert(reader.identity(file.path));
      for (const rules::Rule& rule : rules->rules) ids.insert(rule.id);
    }
    for (const text::Diagnostic& diagnostic : found.all()) {
      if (!is_wanted(diagnostic, only) || !known.insert(key_of(diagnostic)).second) continue;
      all.found.add(diagnostic);
    }
  }
  all.files = files.size();
  all.rules = ids.size();
  return all;
}

}  // namespace remit::lint

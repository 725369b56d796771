#include "rules/loader.h"

namespace remit::rules {

std::optional<RuleSet> load(const std::vector<std::string>& paths, const LoadOptions& options,
                            const FileReader& reader, text::Diagnostics& diagnostics) {
  Loader loader(options, reader, diagnostics);
  for (const std::string& path : paths) loader.load_given(path);
  return loader.finish();
}

}  // namespace remit::rules

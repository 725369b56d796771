#include "cases/find.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "rules/references.h"
#include "text/nearest.h"
#include "yaml/node.h"

namespace remit::cases {
namespace {

namespace fs = std::filesystem;

enum class Content { kCases, kRules, kElse };

/// What a file says of itself. What cannot be read is taken for cases, so that the mistake is
/// reported.
Content content_of(const std::string& path, const rules::FileReader& reader) {
  const auto content = reader.read(path);
  if (!content) return Content::kCases;
  text::Diagnostics ignored;
  const auto document = yaml::parse(std::make_shared<text::SourceFile>(path, *content), ignored);
  if (!document || document->find("cases")) return Content::kCases;
  if (document->find("ruleset") || document->find("rules")) return Content::kRules;
  const bool known = document->find("model") || document->find("calendar");
  return known ? Content::kElse : Content::kCases;
}

bool lies_in_tests(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return std::any_of(folder.begin(), folder.end(),
                     [](const fs::path& part) { return part == "tests"; });
}

class Finder {
 public:
  Finder(const std::string& home, const rules::FileReader& reader, text::Diagnostics& diagnostics)
      : home_(home), reader_(reader), diagnostics_(diagnostics) {}

  void find(const std::string& path) {
    if (add_folder(path, "")) return;
    if (reader_.read(path)) return add_file(path);
    const bool name = !rules::is_path(path);
    if (name && add_folder(rules::packs_folder(home_) + "/" + path, "")) return;
    const std::string help = text::did_you_mean(path, rules::pack_names(home_, reader_));
    diagnostics_.error("no-file", {}, fmt::format("there are no cases at `{}`", path),
                       name && !help.empty() ? help : kHelp);
  }

  std::vector<Source> take() { return std::move(found_); }

 private:
  static constexpr const char* kHelp =
      "give the path of a case file, a rule file or a folder, or the name of a pack";

  void add(const std::string& path, const std::string& rule_file) {
    if (known_.insert(reader_.identity(path)).second) found_.push_back({path, rule_file});
  }

  /// False where there is no such folder.
  bool add_folder(const std::string& folder, const std::string& rule_file) {
    const auto files = reader_.list(folder);
    if (!files) return false;
    std::size_t cases = 0;
    for (const std::string& file : *files) {
      if (!rules::is_yaml(file) || !lies_in_tests(file)) continue;
      if (content_of(file, reader_) != Content::kCases) continue;
      ++cases;
      add(file, rule_file);
    }
    if (cases == 0) {
      diagnostics_.error("no-cases", {}, fmt::format("there are no cases in `{}`", folder),
                         "case files lie in a folder `tests` beside the rules and start with "
                         "`cases: TITLE`");
    }
    return true;
  }

  void add_file(const std::string& path) {
    if (content_of(path, reader_) != Content::kRules) return add(path, "");
    const std::string tests = rules::beside(path, "tests");
    if (add_folder(tests, path)) return;
    diagnostics_.error("no-cases", {}, fmt::format("there are no cases beside `{}`", path),
                       fmt::format("put them into the folder `{}`", tests));
  }

  const std::string& home_;
  const rules::FileReader& reader_;
  text::Diagnostics& diagnostics_;
  std::vector<Source> found_;
  std::set<std::string> known_;
};

}  // namespace

std::vector<Source> find_case_files(const std::vector<std::string>& paths, const std::string& home,
                                    const rules::FileReader& reader,
                                    text::Diagnostics& diagnostics) {
  Finder finder(home, reader, diagnostics);
  for (const std::string& path : paths) finder.find(path);
  return finder.take();
}

}  // namespace remit::cases

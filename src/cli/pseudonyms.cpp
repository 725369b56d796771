#include "remit/pseudonyms.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "privacy/pseudonyms.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit pseudonyms`.
struct PseudonymWords {
  std::vector<std::string> names;
  std::string new_key;
  std::string key;
  std::vector<std::string> rules;
  std::string data;
  std::string home;
};

void declare_options(CLI::App& app, PseudonymWords& words) {
  app.add_option("PSEUDONYM", words.names, "names whose ids are asked for");
  app.add_option("--new-key", words.new_key,
                 "write a new key to a file that is not there yet,\nand that only its owner can "
                 "read")
      ->check(not_empty())
      ->type_name("KEYFILE");
  constexpr const char* kGroup = "Whom names stand for (all three are needed)";
  app.add_option("--pseudonyms", words.key, "the key that they were made with")
      ->check(not_empty())
      ->type_name("KEYFILE")
      ->group(kGroup);
  app.add_option("--rules", words.rules, "rule sets, whose model says what the keys are")
      ->type_name("R")
      ->group(kGroup);
  app.add_option("--data", words.data, "folder with the CSV files of the export")
      ->type_name("DIR")
      ->group(kGroup);
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->check(not_empty())
      ->type_name("DIR")
      ->group(kGroup);
}

/// A key is never written over: what was made with it could not be read any more.
ExitStatus make_key(const std::string& path, text::Diagnostics& diagnostics) {
  const std::string content = privacy::new_key_file();
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool written =
      file >= 0 &&
      ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size()) &&
      ::fsync(file) == 0;
  const int error = errno;
  if (file >= 0) ::close(file);
  if (written) return ExitStatus::kClean;
  diagnostics.error("pseudonym-key", {},
                    fmt::format("the key `{}` cannot be written: {}", path, std::strerror(error)),
                    "name a file that is not there yet, in a folder that can be written to");
  return ExitStatus::kWrongInput;
}

void check_words(const PseudonymWords& words, text::Diagnostics& diagnostics) {
  const bool asks = !words.names.empty();
  if (asks == !words.new_key.empty()) {
    diagnostics.error("option-missing", {}, "it is not clear what is asked for",
                      "give `--new-key FILE` to make a key, or names whose ids are asked for");
  } else if (asks && (words.key.empty() || words.rules.empty() || words.data.empty())) {
    diagnostics.error("option-missing", {},
                      "`--pseudonyms`, `--rules` and `--data` are needed to tell whom a name "
                      "stands for",
                      "give the key and the data with which the names were made");
  }
  for (const std::string& name : words.names) {
    if (privacy::Pseudonyms::is_pseudonym(name)) continue;
    diagnostics.error("option", {}, fmt::format("`{}` is no pseudonym", name),
                      "they are `P-` and 16 digits and capitals, as findings have them");
  }
}

ExitStatus tell_all(const PseudonymWords& words, const std::vector<privacy::Identified>& found,
                    text::Diagnostics& diagnostics) {
  const auto out = Output::open("", "", diagnostics);
  bool all = true;
  for (const std::string& name : words.names) {
    const auto one = std::find_if(found.begin(), found.end(),
                                  [&](const auto& each) { return each.pseudonym == name; });
    all = all && one != found.end();
    out->stream() << (one == found.end() ? fmt::format("{}  nobody in these data\n", name)
                                         : fmt::format("{}  {} {}\n", name, one->entity, one->id));
  }
  if (!out->finish(diagnostics)) return ExitStatus::kWrongInput;
  return all ? ExitStatus::kClean : ExitStatus::kBreaches;
}

ExitStatus answer(const PseudonymWords& words, text::Diagnostics& diagnostics) {
  check_words(words, diagnostics);
  if (diagnostics.has_errors()) return ExitStatus::kWrongInput;
  if (!words.new_key.empty()) return make_key(words.new_key, diagnostics);
  Request request;
  request.rules = words.rules;
  request.data = words.data;
  request.home = find_home(words.home, diagnostics);
  request.pseudonym_key = read_key(words.key, diagnostics);
  if (diagnostics.has_errors()) return ExitStatus::kWrongInput;
  const IdentifyResult result = identify(request, words.names, diagnostics);
  if (result.obstacle == Obstacle::kData) return ExitStatus::kWrongData;
  if (result.obstacle != Obstacle::kNone) return ExitStatus::kWrongInput;
  return tell_all(words, result.identified, diagnostics);
}

}  // namespace

std::function<ExitStatus()> declare_pseudonym_command(CLI::App& app) {
  const auto words = std::make_shared<PseudonymWords>();
  declare_options(app, *words);
  app.footer(std::string(pseudonyms_footer()));
  return [words] {
    text::Diagnostics diagnostics;
    const ExitStatus status = answer(*words, diagnostics);
    tell(text::render(diagnostics, look_at_terminal().error_colour));
    return status;
  };
}

}  // namespace remit::cli

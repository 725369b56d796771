#include "cli/complete.h"

#include "cli/choices.h"
#include "cli/home.h"
#include "rules/references.h"

namespace remit::cli {
namespace {

using Words = std::span<const std::string>;

bool is_option(const std::string& word) { return word.starts_with('-'); }

std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  if (line.ends_with(':') || line.ends_with(',') || line.ends_with(';')) line.pop_back();
  return line;
}

void offer(Completion& completion, const std::string& typed, const std::string& word,
           const std::string& about = "") {
  if (word.starts_with(typed)) completion.candidates.push_back({word, about});
}

void offer_commands(CLI::App& program, const std::string& typed, Completion& completion) {
  for (const CLI::App* command : program.get_subcommands([](CLI::App*) { return true; })) {
    offer(completion, typed, command->get_name(), command->get_description());
  }
}

void offer_options(CLI::App& app, const std::string& typed, Completion& completion) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      offer(completion, typed, "--" + name, first_line(option->get_description()));
    }
  }
}

void offer_packs(const std::string& typed, Completion& completion) {
  text::Diagnostics ignored;
  for (const std::string& name : rules::pack_names(find_home("", ignored), rules::DiskReader())) {
    offer(completion, typed, name, "a pack of rules");
  }
}

/// Of a list such as `violation,unk` the last part is being typed.
void offer_choices(CLI::Option& option, const std::string& typed, Completion& completion) {
  const std::size_t comma = option.get_delimiter() == ',' ? typed.rfind(',') : std::string::npos;
  const std::string before = comma == std::string::npos ? "" : typed.substr(0, comma + 1);
  for (const std::string& word : choices_of(option)) offer(completion, typed, before + word);
}

void offer_values(CLI::Option& option, const std::string& typed, Completion& completion) {
  offer_choices(option, typed, completion);
  const std::string type = option.get_positional() ? option.get_name() : option.get_type_name();
  completion.folders = type == "DIR";
  completion.files = type == "FILE" || type == "R" || type == "PATH";
  if (type == "R" || type == "PATH") offer_packs(typed, completion);
}

/// The option that the last word is a value of: the nearest one before it that takes so many.
CLI::Option* option_of(CLI::App& command, Words words) {
  const std::size_t last = words.size() - 1;
  for (std::size_t i = last; i-- > 0;) {
    if (!is_option(words[i])) continue;
    CLI::Option* option = command.get_option_no_throw(words[i]);
    const bool takes = option && static_cast<int>(last - i) <= option->get_items_expected_max();
    return takes ? option : nullptr;
  }
  return nullptr;
}

/// The place that has no option's name before it; the last one takes all the rest.
CLI::Option* positional_of(CLI::App& command) {
  CLI::Option* found = nullptr;
  for (CLI::Option* option : command.get_options()) {
    if (option->get_positional()) found = option;
  }
  return found;
}

CLI::App* command_of(CLI::App& program, const std::string& name) {
  const auto found =
      program.get_subcommands([&](CLI::App* app) { return app->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

void complete_in(CLI::App& command, Words words, Completion& completion) {
  const std::string& typed = words.back();
  if (is_option(typed)) return offer_options(command, typed, completion);
  CLI::Option* option = option_of(command, words);
  if (!option) option = positional_of(command);
  if (option) offer_values(*option, typed, completion);
}

}  // namespace

Completion complete(CLI::App& program, Words words) {
  Completion completion;
  if (words.empty()) return completion;
  if (words.size() > 1) {
    if (CLI::App* command = command_of(program, words.front())) {
      complete_in(*command, words.subspan(1), completion);
    }
  } else if (is_option(words.front())) {
    offer_options(program, words.front(), completion);
  } else {
    offer_commands(program, words.front(), completion);
  }
  return completion;
}

}  // namespace remit::cli

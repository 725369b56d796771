#include "cli/completion_scripts.h"

#include <array>

namespace remit::cli {
namespace {

struct Script {
  std::string_view shell;
  std::string_view text;
};

/// In bash `=` is a word of its own, so that `--format=json` comes as three.
constexpr std::string_view kBash = R"(# Completion of remit for bash: source this file.
_remit() {
  local line word kind=
  local typed=${COMP_WORDS[COMP_CWORD]}
  local -a words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == = ]] || words+=("$word")
  done
  [[ $typed != = ]] || typed=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) kind=file ;;
      :folders) kind=directory ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <(remit completion --next -- "${words[@]}" "$typed" 2> /dev/null)
  [[ -z $kind ]] || {
    compopt -o filenames 2> /dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -A "$kind" -- "$typed")
  }
}
complete -F _remit remit
)";

constexpr std::string_view kZsh = R"(#compdef remit
# Completion of remit for zsh: a file `_remit` in a folder of $fpath, or source it.
_remit() {
  local line
  local -a found
  for line in "${(@f)$(remit completion --next -- "${(@)words[2,CURRENT]}" 2> /dev/null)}"; do
    case $line in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *) found+=("${${line//:/\\:}/$'\t'/:}") ;;
    esac
  done
  _describe 'remit' found
}
if [[ $funcstack[1] == _remit ]]; then _remit "$@"; else compdef _remit remit; fi
)";

constexpr std::string_view kFish =
    R"(# Completion of remit for fish: a file `remit.fish` in ~/.config/fish/completions.
function __remit_next
    for line in (remit completion --next -- (commandline -opc)[2..] (commandline -ct) 2> /dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case :folders
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $line
        end
    end
end
complete -c remit -f -a '(__remit_next)'
)";

constexpr std::array kScripts{Script{"bash", kBash}, Script{"zsh", kZsh}, Script{"fish", kFish}};

}  // namespace

std::vector<std::string> shell_names() {
  std::vector<std::string> names;
  for (const Script& script : kScripts) names.emplace_back(script.shell);
  return names;
}

std::string_view completion_script(std::size_t shell) { return kScripts.at(shell).text; }

}  // namespace remit::cli

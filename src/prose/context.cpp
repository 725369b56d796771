#include "prose/context.h"

#include <algorithm>

#include <fmt/format.h>

#include "prose/notes.h"
#include "prose/telling.h"

namespace remit::prose {
namespace {

/// `a` to `z`, then `aa`.
std::string letters(std::size_t number) {
  std::string text(1, static_cast<char>('a' + number % 26));
  return number < 26 ? text : letters(number / 26 - 1) + text;
}

std::size_t count(const Statement& statement, const std::string& words) {
  std::size_t number = 0;
  for (auto at = statement.text.find(words); at != std::string::npos;
       at = statement.text.find(words, at + words.size())) {
    ++number;
  }
  for (const Statement& item : statement.items) number += count(item, words);
  return number;
}

void remove(Statement& statement, const std::string& words) {
  for (auto at = statement.text.find(words); at != std::string::npos;
       at = statement.text.find(words)) {
    statement.text.erase(at, words.size());
  }
  for (Statement& item : statement.items) remove(item, words);
}

}  // namespace

Context::Context(const lang::Environment& environment, const std::vector<lang::Slot>& slots)
    : environment_(environment), slots_(slots) {}

std::string Context::noun(int slot) const {
  const lang::Slot& bound = slots_[static_cast<std::size_t>(slot)];
  if (bound.type.kind == value::Kind::kRow) return spoken(table(bound.type.table).entity);
  if (bound.name.size() > 2) return spoken(bound.name);
  return value::to_string(bound.type);
}

std::size_t Context::taken(const std::string& noun) const {
  std::size_t count = 0;
  for (const auto& [slot, known] : nouns_) {
    if (known == noun) ++count;
  }
  for (const int slot : main_) {
    if (is_plain_relation(slot, noun)) ++count;
  }
  return count;
}

void Context::introduce(const std::vector<int>& slots) {
  main_ = slots;
  for (const int slot : slots) nouns_[slot] = noun(slot);
  for (const int slot : slots) {
    const auto same = [&](int other) { return nouns_[other] == nouns_[slot]; };
    const auto all = std::count_if(slots.begin(), slots.end(), same);
    const auto at = std::find(slots.begin(), slots.end(), slot);
    const auto before = static_cast<std::size_t>(std::count_if(slots.begin(), at, same));
    names_[slot] = all == 1 ? "the " + nouns_[slot]
                            : fmt::format("the {} {}", ordinal(before + 1), nouns_[slot]);
  }
}

std::string Context::bind(const lang::typed::Binding& binding) {
  if (names_.count(binding.slot) > 0 &&
      std::find(main_.begin(), main_.end(), binding.slot) != main_.end()) {
    const std::string& known = names_[binding.slot];
    if (known == "the " + nouns_[binding.slot]) return {};
    own_names_.insert(known);
    return known;
  }
  nouns_.erase(binding.slot);
  const std::string called = noun(binding.slot);
  const std::size_t others = taken(called);
  nouns_[binding.slot] = called;
  if (others == 0) {
    names_[binding.slot] = "the " + called;
    return {};
  }
  names_[binding.slot] = fmt::format("the {} {}", ordinal(others + 1), called);
  own_names_.insert(names_[binding.slot]);
  return names_[binding.slot];
}

std::string Context::name(int slot) const {
  if (slot == focus_) return "it";
  if (slot == 0) return "the date that the rule is about";
  const auto known = names_.find(slot);
  return known == names_.end() ? "the " + noun(slot) : known->second;
}

bool Context::is_plain_relation(int slot, const std::string& relation) const {
  if (std::find(main_.begin(), main_.end(), slot) == main_.end()) return false;
  std::size_t owners = 0;
  for (const int each : main_) {
    const value::Type& type = slots_[static_cast<std::size_t>(each)].type;
    if (nouns_.at(each) == relation) return false;
    if (type.kind != value::Kind::kRow) continue;
    for (const model::Relation& own : table(type.table).relations) {
      if (spoken(own.name) == relation) ++owners;
    }
  }
  return owners == 1;
}

std::string Context::put_below(const std::string& noun, const std::function<Statement()>& say) {
  const std::string label = fmt::format("({})", letters(labels_++));
  Statement statement = gather(say);
  statement.text = label + " " + statement.text;
  below_.push_back(std::move(statement));
  return noun + " " + label;
}

Statement Context::gather(const std::function<Statement()>& say) {
  const Scope scope(*this);
  std::vector<Statement> outer;
  outer.swap(below_);
  Statement statement = say();
  for (Statement& each : below_) statement.items.push_back(std::move(each));
  below_.swap(outer);
  return statement;
}

void Context::note_definition(int definition) {
  if (std::find(definitions_.begin(), definitions_.end(), definition) == definitions_.end()) {
    definitions_.push_back(definition);
  }
}

void Context::note_period(int table, int period) {
  const std::pair both{table, period};
  if (std::find(periods_.begin(), periods_.end(), both) == periods_.end()) {
    periods_.push_back(both);
  }
}

void Context::note_all(const Context& other) {
  for (const int definition : other.definitions_) note_definition(definition);
  for (const auto& [table, period] : other.periods_) note_period(table, period);
}

std::vector<Note> Context::take_notes() {
  std::vector<Note> notes;
  // What a definition uses is noted while it is said.
  for (std::size_t index = 0; index < definitions_.size(); ++index) {
    const auto& all = environment_.definitions;
    notes.push_back(definition_note(all[static_cast<std::size_t>(definitions_[index])], *this));
  }
  for (const auto& [table_index, period] : periods_) {
    const model::Table& owner = table(table_index);
    notes.push_back(period_note(owner, owner.periods[static_cast<std::size_t>(period)]));
  }
  for (Note& note : notes) close(note.says);
  return notes;
}

void Context::drop_idle_names(const std::vector<Statement*>& said) const {
  for (const std::string& name : own_names_) {
    const std::string introduced = " (" + name + ")";
    std::size_t used = 0;
    for (const Statement* each : said) used += count(*each, name) - count(*each, introduced);
    if (used > 0) continue;
    for (Statement* each : said) remove(*each, introduced);
  }
}

}  // namespace remit::prose

#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "book/book.h"

// The chapters of the rule book; one a file.
namespace remit::book {

/// The terms of all rules, each once, and how a rule's own terms are found among them.
class Glossary {
 public:
  explicit Glossary(const std::vector<catalogue::Entry>& entries);

  struct Entry {
    std::string anchor;
    prose::Note note;
  };
  const std::vector<Entry>& entries() const { return entries_; }
  /// `#term-registered`.
  std::string target(const prose::Note& note) const;

 private:
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> index_;  ///< by all that the note says
};

/// Rules that say the same duty one after the other in time.
class Editions {
 public:
  explicit Editions(const std::vector<catalogue::Entry>& entries);

  /// All editions of the rule's duty in order of time, itself among them; empty for a single one.
  std::vector<const rules::Rule*> of(const rules::Rule& rule) const;

 private:
  std::vector<std::vector<const rules::Rule*>> families_;
};

/// What a chapter can look things up in.
struct Material {
  const rules::RuleSet& rules;
  const std::vector<catalogue::Entry>& entries;
  Glossary glossary;
  Editions editions;
  bool own_only = false;  ///< only what the entries use, of values and sources
};

/// Whether a file was given itself, and is not one that others extend.
bool is_own_file(const rules::RuleSet& rules, std::size_t file);
/// Whether a rule stands in such a file.
bool is_own(const rules::RuleSet& rules, const rules::Rule& rule);

/// What the rules build on; without blocks where that is nothing.
Chapter foundations_chapter(const Material& material);
/// One chapter a kind.
std::vector<Chapter> rule_chapters(const Material& material);
Chapter terms_chapter(const Material& material);
Chapter values_chapter(const Material& material);
Chapter sources_chapter(const Material& material);

/// A rule as a block.
Block rule_block(const catalogue::Entry& entry, const Material& material);

/// `rule-EC-RT-001.s47_enquiry`: letters, digits, `-`, `_` and `.` stay, anything else is a code.
std::string anchor(std::string_view what, std::string_view name);
/// A link to a rule, by its id.
Run rule_link(const rules::Rule& rule);
/// A statement of the prose as an item, the first letter large.
Item item_of(const prose::Statement& statement);
/// `from 1 January 2022`, `from 1 August 2018 to 14 December 2023`, `at any time`.
std::string in_force(const std::optional<value::Date>& from, const std::optional<value::Date>& to);
/// `statutory guidance`.
std::string strength_words(rules::Strength strength);
/// The rules for which a test holds, as links; empty for none.
Line rules_that(const Material& material,
                const std::function<bool(const catalogue::Entry& entry)>& test);
/// Adds a row with the rules that use what it is about, `no rule` for none. A book of a rule set's
/// own rules leaves out what none of them uses.
void add_used(Table& table, Table::Row row, Line users, const Material& material);

}  // namespace remit::book

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "lang/typed.h"
#include "rules/rule.h"

// Rules in plain English, for readers who have never seen the language: a head of service, a
// practitioner, an inspector. A sentence says all that the rule says and nothing else.
namespace remit::prose {

/// One sentence or part of one, and what is listed under it.
struct Statement {
  std::string text;  ///< one line, with its full stop where it is a whole sentence
  std::vector<Statement> items;
};

/// What a sentence of a rule is about.
enum class Part {
  kSubjects,  ///< what the rule looks at: `for`
  kWhen,      ///< to which of these it applies
  kDuty,      ///< what must hold
  kDetail,    ///< how it is counted: pauses, tolerance, what also counts
  kInForce,   ///< since when and up to when, and by which date that is judged
  kDoubt,     ///< what is made of a breach or of what cannot be decided
};

struct Sentence {
  Part part = Part::kDuty;
  Statement statement;
};

/// What a term that the sentences use stands for: a definition, or a period of the model.
struct Note {
  enum class Kind { kDefinition, kPeriod } kind = Kind::kDefinition;
  std::string name;  ///< as rules write it: `registered`, `post.period`
  std::string term;  ///< as the sentences have it, the first letter small
  Statement says;
};

/// A rule read out.
struct Reading {
  std::vector<Sentence> sentences;  ///< in the order in which they are to be read
  std::vector<Note> notes;          ///< each term once, in the order of its first use
};

/// All that a rule says, apart from what it is called, its sources, message and remedy.
Reading read_out(const rules::Rule& rule);

/// The message of a rule, in square brackets what each finding has its own value for; empty where
/// the title serves.
std::string message_of(const rules::Rule& rule);

/// What a definition of a rule set says.
Note read_out(const lang::Definition& definition, const lang::Environment& environment);

class Context;

/// Says single expressions of a rule in the words of its reading.
class Reader {
 public:
  /// The rule must outlive the reader.
  explicit Reader(const rules::Rule& rule);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// `the allocation's role is lead`, or an introduction with a list under it. Of a boolean.
  Statement condition(const lang::typed::NodePtr& node);
  /// `the allocation's start date`; what takes more than a phrase is listed under it.
  Statement value(const lang::typed::NodePtr& node);
  /// What a binding goes through: `the worker's registrations whose status is registered`. Its
  /// name is known to what is said afterwards.
  Statement collection(const lang::typed::Binding& binding);

 private:
  std::unique_ptr<Context> context_;
};

/// Lines of text, lists indented by two spaces a level after a dash. Ends with a line break.
std::string plain(const Statement& statement, std::size_t indent = 0);
/// The sentences, each on a line of its own, then the notes.
std::string plain(const Reading& reading);

}  // namespace remit::prose

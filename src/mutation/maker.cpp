#include "mutation/maker.h"

#include <utility>

#include <fmt/format.h>

#include "lang/rewrite.h"
#include "mutation/fingerprint.h"
#include "rules/parts.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;

/// Lines of text in reports and names are cut to this many bytes.
constexpr std::size_t kLongest = 72;

class PartRewriter : public rules::PartVisitor {
 public:
  explicit PartRewriter(lang::Rewriter& rewriter) : rewriter_(rewriter) {}

  void expression(const std::string&, rules::NodePtr& expression) override {
    expression = rewriter_.node(expression);
  }
  void binding(const std::string&, typed::Binding& binding) override {
    binding = rewriter_.binding(binding);
  }
  void elements(const std::string&, typed::Comprehension& elements) override {
    elements = rewriter_.comprehension(elements);
  }

 private:
  lang::Rewriter& rewriter_;
};

/// Cuts no character in two.
std::size_t character_start(const std::string& text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace

Maker::Maker(const Original& original) : original_(original) {
  known_.insert(fingerprint(original.rule));
}

void Maker::replace(const Site& site, const rules::NodePtr& replacement, Change change) {
  const lang::Replacements replacements{{site.node, replacement}};
  lang::Rewriter rewriter(original_.environment(), replacements);
  rules::Rule rule = original_.rule;
  if (site.definition >= 0) {
    auto environment = std::make_shared<lang::Environment>(original_.environment());
    auto& body = environment->definitions[static_cast<std::size_t>(site.definition)].body;
    body = rewriter.node(body);
    rule.environment = std::move(environment);
  } else {
    PartRewriter parts(rewriter);
    visit_parts(rule, parts);
  }
  if (rewriter.sound()) add(std::move(rule), std::move(change), site.definition >= 0);
}

Change Maker::edited(const Site& site, text::Span where, std::string text, text::Span edited,
                     std::string edit) const {
  Change change;
  change.place = site.place;
  change.where = original_.location(where);
  change.before = std::string(change.where.file->slice(where));
  change.words = fmt::format("`{}` for `{}`", on_one_line(text), on_one_line(change.before));
  change.after = std::move(text);
  change.edit = Edit{original_.location(edited), std::move(edit)};
  return change;
}

void Maker::change_rule(const std::function<void(rules::Rule&)>& apply, Change change) {
  rules::Rule rule = original_.rule;
  apply(rule);
  add(std::move(rule), std::move(change), false);
}

void Maker::change_environment(const std::function<void(lang::Environment&)>& apply,
                               Change change) {
  auto environment = std::make_shared<lang::Environment>(original_.environment());
  apply(*environment);
  rules::Rule rule = original_.rule;
  rule.environment = std::move(environment);
  add(std::move(rule), std::move(change), true);
}

void Maker::add(rules::Rule rule, Change change, bool shared) {
  if (!known_.insert(fingerprint(rule)).second) return;
  Mutant mutant;
  mutant.rule = std::move(rule);
  mutant.shared = shared ? change.place : "";
  mutant.where = std::move(change.where);
  mutant.change = std::move(change.words);
  mutant.before = on_one_line(change.before);
  mutant.after = on_one_line(change.after);
  mutant.edit = std::move(change.edit);
  mutant.missing_case = std::move(change.missing_case);
  const std::string id = fmt::format("{} {} -> {}", change.place, mutant.before,
                                     mutant.after.empty() ? "nothing" : mutant.after);
  mutant.id = id;
  for (int n = 2; !ids_.insert(mutant.id).second; ++n) mutant.id = fmt::format("{} ({})", id, n);
  mutants_.push_back(std::move(mutant));
}

rules::NodePtr with_kind(const typed::Node& node, decltype(typed::Node::kind) kind) {
  return make_node(node, node.type, std::move(kind));
}

rules::NodePtr make_node(const typed::Node& place, value::Type type,
                         decltype(typed::Node::kind) kind) {
  return std::make_shared<typed::Node>(typed::Node{type, place.span, std::move(kind)});
}

rules::NodePtr same(const typed::Node& node) { return std::make_shared<typed::Node>(node); }

std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  if (line.size() <= kLongest) return line;
  const std::size_t half = kLongest / 2 - 1;
  return line.substr(0, character_start(line, half)) + ".." +
         line.substr(character_start(line, line.size() - half));
}

}  // namespace remit::mutation

#include "prose/telling.h"

#include "prose/collections.h"

namespace remit::prose {

void close(Statement& statement) {
  const std::string_view text = statement.text;
  if (!text.ends_with('.') && !text.ends_with(':')) statement.text += '.';
}

Telling::Telling(const rules::Rule& rule) : rule_(rule), context_(*rule.environment, rule.slots) {
  introduce_subjects(rule, context_);
}

void Telling::add(Part part, const std::function<Statement()>& say) {
  Statement statement = context_.gather(say);
  close(statement);
  reading_.sentences.push_back({part, std::move(statement)});
}

void Telling::add(Part part, const std::function<std::string()>& say) {
  add(part, [&] { return Statement{say(), {}}; });
}

Reading Telling::finish() {
  std::vector<Statement*> said;
  for (Sentence& sentence : reading_.sentences) said.push_back(&sentence.statement);
  context_.drop_idle_names(said);
  reading_.notes = context_.take_notes();
  return std::move(reading_);
}

Statement elements(const std::vector<rules::Elements>& all, const std::string& quantifier,
                   Context& context) {
  if (all.size() == 1) {
    return {elements_phrase(all[0].comprehension, quantifier, context), {}};
  }
  Statement list{"any of these:", {}};
  for (const rules::Elements& each : all) {
    list.items.push_back(context.gather([&] {
      return Statement{elements_phrase(each.comprehension, quantifier, context), {}};
    }));
  }
  return list;
}

}  // namespace remit::prose

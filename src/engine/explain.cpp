#include "engine/explain.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/doubt.h"
#include "engine/expression.h"
#include "engine/kind_expressions.h"
#include "engine/runs.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

/// What was read and what was missing, by tuple of the frame that was explained.
struct Traced {
  std::vector<std::vector<Read>> reads;
  Causes causes;
};

/// Evaluates the expressions for all tuples of a frame with a trace.
Traced trace(const std::vector<typed::NodePtr>& expressions, const FramePtr& frame,
             Context& context) {
  Traced traced{std::vector<std::vector<Read>>(frame->size()), Causes(frame->size())};
  if (frame->size() == 0) return traced;
  Trace trace{frame.get(), {}};
  context.trace = &trace;
  for (const typed::NodePtr& expression : expressions) {
    if (!expression) continue;
    const Vector values = flatten(evaluate(*expression, frame, context));
    if (!values.causes) continue;
    for (std::size_t i = 0; i < values.size; ++i) {
      const auto& cells = (*values.causes)[i];
      if (!values.is_known(i)) {
        traced.causes[i].insert(traced.causes[i].end(), cells.begin(), cells.end());
      }
    }
  }
  context.trace = nullptr;
  for (Read& read : trace.reads) traced.reads[read.tuple].push_back(std::move(read));
  return traced;
}

template <typename T>
void append(const std::vector<T>& more, std::vector<T>& all) {
  all.insert(all.end(), more.begin(), more.end());
}

/// What the runs of every tuple are made of, and what of it is missing.
Traced trace_runs(const typed::Comprehension& periods, const FramePtr& frame, Context& context) {
  Traced traced{std::vector<std::vector<Read>>(frame->size()), Causes(frame->size())};
  if (frame->size() == 0) return traced;
  Trace trace{frame.get(), {}};
  context.trace = &trace;
  const Runs runs = runs_of(periods, frame, context);
  context.trace = nullptr;
  if (runs.causes) traced.causes = *runs.causes;
  for (Read& read : trace.reads) traced.reads[read.tuple].push_back(std::move(read));
  return traced;
}

/// Turns cells into what findings say of them, each once.
class Collector {
 public:
  Collector(const Context& context, bool doubt) : context_(context), doubt_(doubt) {}

  void add(const Traced& traced, std::size_t tuple) {
    for (const Read& read : traced.reads[tuple]) {
      if (seen_.insert({read.path, read.cell}).second) add_evidence(read);
    }
    for (const Cell& cell : traced.causes[tuple]) {
      if (doubt_ && blamed_.insert(cell).second) result_.needs.push_back(need(cell));
    }
  }
  Explanation take() {
    std::sort(result_.needs.begin(), result_.needs.end());
    return std::move(result_);
  }

 private:
  void add_evidence(const Read& read) {
    const Cell& cell = read.cell;
    result_.evidence.push_back({read.path,
                                data::cell(context_.table(cell.table), cell.field, cell.row),
                                context_.table_model(cell.table).name,
                                data::key_text(context_.data, cell.table, cell.row)});
  }
  rules::Need need(const Cell& cell) const {
    const auto& table = context_.table_model(cell.table);
    return {table.name, data::key_text(context_.data, cell.table, cell.row),
            table.fields[static_cast<std::size_t>(cell.field)].name};
  }

  const Context& context_;
  bool doubt_;
  Explanation result_;
  std::set<std::pair<std::string, Cell>> seen_;
  std::set<Cell> blamed_;
};

/// The subjects of the findings, and the place of each finding's: one tuple for each subject and,
/// where the bounds of a wait can depend on it, each start of a wait.
struct SubjectFrame {
  Indices places;
  FramePtr frame;
};

/// The start of a finding's wait; without one the first wait's stands for it.
std::optional<value::Date> since_of(const Judged& finding, const Standing& standing) {
  if (finding.since || standing.periods.empty() || !standing.judged(finding.subject)) {
    return finding.since;
  }
  return standing.periods[finding.subject].from;
}

Vector optional_dates(const std::vector<std::optional<value::Date>>& dates) {
  Vector vector = unknown_vector(value::Kind::kDate, dates.size());
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!dates[i]) continue;
    vector.of<std::int32_t>()[i] = dates[i]->days;
    vector.known.set(i);
  }
  return vector;
}

SubjectFrame subjects_of(const std::vector<Judged>& findings, const rules::Rule& rule,
                         const Standing& standing) {
  std::map<std::pair<std::uint32_t, std::optional<value::Date>>, std::uint32_t> places;
  Indices tuples;
  std::vector<std::optional<value::Date>> since;
  SubjectFrame result;
  for (const Judged& finding : findings) {
    const auto start = since_of(finding, standing);
    const auto next = static_cast<std::uint32_t>(tuples.size());
    const auto [place, is_new] = places.try_emplace({finding.subject, start}, next);
    if (is_new) {
      tuples.push_back(finding.subject);
      since.push_back(start);
    }
    result.places.push_back(place->second);
  }
  auto frame = Frame::derived(standing.frame, tuples);
  if (const auto* frequency = std::get_if<rules::Frequency>(&rule.kind)) {
    frame->bind(frequency->since, optional_dates(since));
  }
  result.frame = std::move(frame);
  return result;
}

/// The elements that explain findings, one tuple for each of them, and whose they are.
struct ElementFrame {
  FramePtr frame;
  Indices findings;
};

ElementFrame elements_of(const std::vector<Judged>& findings, Indices Judged::*chosen,
                         const Candidates& candidates, std::uint32_t source) {
  ElementFrame result;
  Indices tuples;
  for (std::uint32_t f = 0; f < findings.size(); ++f) {
    for (const std::uint32_t element : findings[f].*chosen) {
      if (candidates.all[element].source != source) continue;
      tuples.push_back(candidates.all[element].tuple);
      result.findings.push_back(f);
    }
  }
  result.frame = narrow(candidates.frames[source], std::move(tuples));
  return result;
}

std::vector<typed::NodePtr> expressions_of(const rules::Elements& elements) {
  std::vector<typed::NodePtr> expressions;
  for (const auto& binding : elements.comprehension.bindings) expressions.push_back(binding.where);
  expressions.push_back(elements.comprehension.head);
  expressions.push_back(elements.weight);
  expressions.push_back(elements.unit);
  return expressions;
}

/// Adds what the chosen candidates of the findings were decided by.
void add_elements(std::vector<Collector>& collectors, const std::vector<Judged>& findings,
                  Indices Judged::*chosen, const Candidates& candidates, Context& context) {
  for (std::uint32_t source = 0; source < candidates.frames.size(); ++source) {
    const ElementFrame elements = elements_of(findings, chosen, candidates, source);
    const Traced traced =
        trace(expressions_of((*candidates.from)[source]), elements.frame, context);
    for (std::size_t k = 0; k < elements.findings.size(); ++k) {
      collectors[elements.findings[k]].add(traced, k);
    }
  }
}

/// Why collections of the subjects could not be known as a whole: a foreign key that is missing.
Traced lost_collections(const Candidates& candidates, const FramePtr& subjects, Context& context) {
  Traced traced{std::vector<std::vector<Read>>(subjects->size()), Causes(subjects->size())};
  if (!candidates.from || subjects->size() == 0) return traced;
  Trace unused{subjects.get(), {}};
  context.trace = &unused;
  for (const rules::Elements& each : *candidates.from) {
    if (each.comprehension.bindings.empty()) continue;
    const Elements elements = expand(each.comprehension, subjects, context);
    elements.unknown.each([&](std::size_t i) {
      if (!elements.causes) return;
      const auto& cells = (*elements.causes)[i];
      traced.causes[i].insert(traced.causes[i].end(), cells.begin(), cells.end());
    });
  }
  context.trace = nullptr;
  return traced;
}

void add_lost_collections(std::vector<Collector>& collectors, const std::vector<Judged>& findings,
                          const SubjectFrame& subjects, const Ruling& ruling, Context& context) {
  const bool any = std::any_of(findings.begin(), findings.end(),
                               [](const Judged& finding) { return finding.doubt; });
  if (!any) return;
  for (const Candidates* candidates : {&ruling.candidates, &ruling.pauses}) {
    const Traced traced = lost_collections(*candidates, subjects.frame, context);
    for (std::size_t f = 0; f < findings.size(); ++f) {
      collectors[f].add(traced, subjects.places[f]);
    }
  }
}

/// What may be missing without doubt is the cause of nothing where it is.
Traced optional_traced(const rules::Rule& rule, const FramePtr& subjects, Context& context) {
  const auto expressions = optional_expressions(rule);
  Traced traced = trace(expressions, subjects, context);
  Bitmap doubtful(subjects->size());
  for (const auto& expression : expressions) {
    if (expression) doubtful |= in_doubt(*expression, subjects, context);
  }
  for (std::size_t i = 0; i < traced.causes.size(); ++i) {
    if (!doubtful.get(i)) traced.causes[i].clear();
  }
  return traced;
}

/// Why the runs that subjects are bound to are unknown.
Traced unknown_runs(const rules::Rule& rule, const FramePtr& subjects, Context& context) {
  Traced traced{std::vector<std::vector<Read>>(subjects->size()), Causes(subjects->size())};
  for (const typed::Binding& binding : rule.subjects) {
    const auto* source = std::get_if<typed::RunsSource>(&binding.source);
    if (!source) continue;
    Bitmap unknown = flatten(subjects->slot(binding.slot)).known;
    unknown.flip();
    const Indices places = indices_of(unknown);
    const Traced some = trace_runs(*source->periods, narrow(subjects, places), context);
    for (std::size_t k = 0; k < places.size(); ++k) {
      append(some.reads[k], traced.reads[places[k]]);
      append(some.causes[k], traced.causes[places[k]]);
    }
  }
  return traced;
}

}  // namespace

std::vector<Explanation> explain(const rules::Rule& rule, const Standing& standing,
                                 const Ruling& ruling, const std::vector<Judged>& findings,
                                 Context& context) {
  std::vector<Collector> collectors;
  for (const Judged& finding : findings) {
    collectors.emplace_back(context, finding.doubt);
  }
  const SubjectFrame subjects = subjects_of(findings, rule, standing);
  const Traced traced = trace(subject_expressions(rule), subjects.frame, context);
  const Traced aside = optional_traced(rule, subjects.frame, context);
  const Traced runs = unknown_runs(rule, subjects.frame, context);
  for (std::size_t f = 0; f < findings.size(); ++f) {
    for (const Traced* part : {&runs, &traced, &aside}) {
      collectors[f].add(*part, subjects.places[f]);
    }
  }
  add_lost_collections(collectors, findings, subjects, ruling, context);
  add_elements(collectors, findings, &Judged::elements, ruling.candidates, context);
  add_elements(collectors, findings, &Judged::pauses, ruling.pauses, context);
  std::vector<Explanation> explanations;
  for (Collector& collector : collectors) explanations.push_back(collector.take());
  return explanations;
}

namespace {

std::string text_of(const value::Value& value, const Context& context) {
  if (value.is_missing()) return "(not recorded)";
  if (const auto* row = std::get_if<value::Row>(&value.data)) {
    return data::key_text(context.data, row->table, row->row);
  }
  const auto* list = std::get_if<std::shared_ptr<const value::List>>(&value.data);
  if (!list) return value::to_string(value);
  std::string text;
  for (const value::Value& item : **list) {
    text += (text.empty() ? "" : ", ") + text_of(item, context);
  }
  return text;
}

Vector peaks(const std::vector<Judged>& findings) {
  Vector peaks = unknown_vector(value::Kind::kNumber, findings.size());
  for (std::size_t f = 0; f < findings.size(); ++f) {
    if (!findings[f].peak) continue;
    peaks.of<double>()[f] = *findings[f].peak;
    peaks.known.set(f);
  }
  return peaks;
}

}  // namespace

std::vector<std::string> messages(const rules::Rule& rule, const Standing& standing,
                                  const std::vector<Judged>& findings, Context& context) {
  std::vector<std::string> texts(findings.size(), rule.message.empty() ? rule.title : "");
  Indices tuples;
  for (const Judged& finding : findings) tuples.push_back(finding.subject);
  auto frame = Frame::derived(standing.frame, std::move(tuples));
  if (const auto* limit = std::get_if<rules::Limit>(&rule.kind)) {
    frame->bind(limit->peak, peaks(findings));
  }
  for (const rules::MessagePiece& piece : rule.message) {
    if (!piece.expression) {
      for (std::string& text : texts) text += piece.text;
      continue;
    }
    const Vector values = evaluate(*piece.expression, frame, context);
    for (std::size_t f = 0; f < texts.size(); ++f) texts[f] += text_of(element(values, f), context);
  }
  for (std::size_t f = 0; f < texts.size(); ++f) {
    if (findings[f].note) texts[f] += *findings[f].note;
  }
  return texts;
}

}  // namespace remit::engine

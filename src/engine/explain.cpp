#include "engine/explain.h"

#include <algorithm>
#include <limits>

#include <absl/container/flat_hash_map.h>

#include "engine/collector.h"
#include "engine/expression.h"
#include "engine/kind_expressions.h"
#include "engine/runs.h"
#include "engine/traced.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

void append(const std::vector<Cell>& more, std::vector<Cell>& all) {
  all.insert(all.end(), more.begin(), more.end());
}

bool has_runs(const rules::Rule& rule) {
  return std::any_of(rule.subjects.begin(), rule.subjects.end(), [](const auto& binding) {
    return std::holds_alternative<typed::RunsSource>(binding.source);
  });
}

/// The subjects of the findings, and the place of each finding's: one tuple for each subject and,
/// where the bounds of a wait can depend on it, each start of a wait.
struct SubjectFrame {
  Indices places;
  FramePtr frame;
};

/// Stands for a start that is not known.
constexpr std::int64_t kNoStart = std::numeric_limits<std::int64_t>::min();

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
  absl::flat_hash_map<std::pair<std::uint32_t, std::int64_t>, std::uint32_t> places;
  Indices tuples;
  std::vector<std::optional<value::Date>> since;
  SubjectFrame result;
  for (const Judged& finding : findings) {
    const auto start = since_of(finding, standing);
    const auto next = static_cast<std::uint32_t>(tuples.size());
    const auto [place, is_new] =
        places.try_emplace({finding.subject, start ? start->days : kNoStart}, next);
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

/// The elements that explain findings, one tuple for each of them: those of finding f are the
/// tuples from starts[f] up to starts[f + 1].
struct ElementFrame {
  FramePtr frame;
  Indices starts;
};

ElementFrame elements_of(const std::vector<Judged>& findings, Indices Judged::*chosen,
                         const Candidates& candidates, std::uint32_t source) {
  ElementFrame result;
  Indices tuples;
  for (const Judged& finding : findings) {
    result.starts.push_back(static_cast<std::uint32_t>(tuples.size()));
    for (const std::uint32_t element : finding.*chosen) {
      if (candidates.all[element].source != source) continue;
      tuples.push_back(candidates.all[element].tuple);
    }
  }
  result.starts.push_back(static_cast<std::uint32_t>(tuples.size()));
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

/// What was read of tuples of which each finding has some.
struct Part {
  Traced traced;
  Indices starts;  ///< those of finding f: from starts[f] up to starts[f + 1]
};

/// What the chosen candidates of the findings were decided by, one part a comprehension.
void add_elements(std::vector<Part>& parts, const std::vector<Judged>& findings,
                  Indices Judged::*chosen, const Candidates& candidates, Paths& paths,
                  Context& context) {
  for (std::uint32_t source = 0; source < candidates.frames.size(); ++source) {
    ElementFrame elements = elements_of(findings, chosen, candidates, source);
    if (elements.frame->size() == 0) continue;
    parts.push_back(
        {trace(expressions_of((*candidates.from)[source]), elements.frame, paths, context),
         std::move(elements.starts)});
  }
}

/// Why collections of the subjects could not be known as a whole: a foreign key that is missing.
Traced lost_collections(const Candidates& candidates, const FramePtr& subjects, Paths& paths,
                        Context& context) {
  Causes causes(subjects->size());
  if (!candidates.from || subjects->size() == 0) return {subjects->size(), {}, std::move(causes)};
  Trace unused{subjects.get(), paths};
  context.trace = &unused;
  for (const rules::Elements& each : *candidates.from) {
    if (each.comprehension.bindings.empty()) continue;
    const Elements elements = expand(each.comprehension, subjects, context);
    elements.unknown.each([&](std::size_t i) {
      if (elements.causes) append((*elements.causes)[i], causes[i]);
    });
  }
  context.trace = nullptr;
  return {subjects->size(), {}, std::move(causes)};
}

/// Why the runs that subjects are bound to are unknown.
Traced unknown_runs(const rules::Rule& rule, const FramePtr& subjects, Paths& paths,
                    Context& context) {
  std::vector<Read> reads;
  Causes causes(subjects->size());
  for (const typed::Binding& binding : rule.subjects) {
    const auto* source = std::get_if<typed::RunsSource>(&binding.source);
    if (!source) continue;
    Bitmap unknown = flatten(subjects->slot(binding.slot)).known;
    unknown.flip();
    const Indices places = indices_of(unknown);
    if (places.empty()) continue;
    const FramePtr frame = narrow(subjects, places);
    Trace trace{frame.get(), paths};
    context.trace = &trace;
    const Runs runs = runs_of(*source->periods, frame, context);
    context.trace = nullptr;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (runs.causes) append((*runs.causes)[k], causes[places[k]]);
    }
    for (const Read& read : trace.reads)
      reads.push_back({places[read.tuple], read.path, read.cell});
  }
  return {subjects->size(), reads, std::move(causes)};
}

/// What was read of each subject of the findings, in the order in which it is told.
std::vector<Traced> subject_parts(const rules::Rule& rule, const Ruling& ruling,
                                  const FramePtr& subjects, bool doubt, Paths& paths,
                                  Context& context) {
  std::vector<Traced> parts;
  if (has_runs(rule)) parts.push_back(unknown_runs(rule, subjects, paths, context));
  parts.push_back(trace(subject_expressions(rule), subjects, paths, context));
  parts.push_back(trace_in_doubt(optional_expressions(rule), subjects, paths, context));
  if (!doubt) return parts;
  for (const Candidates* candidates : {&ruling.candidates, &ruling.pauses}) {
    parts.push_back(lost_collections(*candidates, subjects, paths, context));
  }
  return parts;
}

}  // namespace

std::vector<Explanation> explain(const rules::Rule& rule, const Standing& standing,
                                 const Ruling& ruling, const std::vector<Judged>& findings,
                                 Context& context) {
  Paths paths;
  const bool doubt = std::any_of(findings.begin(), findings.end(),
                                 [](const Judged& finding) { return finding.doubt; });
  const SubjectFrame subjects = subjects_of(findings, rule, standing);
  const auto of_subjects = subject_parts(rule, ruling, subjects.frame, doubt, paths, context);
  std::vector<Part> of_elements;
  add_elements(of_elements, findings, &Judged::elements, ruling.candidates, paths, context);
  add_elements(of_elements, findings, &Judged::pauses, ruling.pauses, paths, context);
  Collector collector(paths, context);
  std::vector<Explanation> explanations;
  explanations.reserve(findings.size());
  for (std::size_t f = 0; f < findings.size(); ++f) {
    collector.begin(findings[f].doubt);
    for (const Traced& part : of_subjects) collector.add(part, subjects.places[f]);
    for (const Part& part : of_elements) {
      for (auto k = part.starts[f]; k < part.starts[f + 1]; ++k) collector.add(part.traced, k);
    }
    explanations.push_back(collector.take());
  }
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

#include "lang/parse/parse.h"

#include <fmt/format.h>

#include "lang/parse/explain.h"
#include "lang/parse/fault.h"
#include "lang/parse/grammar.h"
#include "lang/parse/lower.h"
#include "lang/parse/scan.h"

namespace remit::lang {
namespace {

/// The longest expression that is looked at, in bytes.
constexpr std::size_t kMaxLength = 65536;

void report(const parse::Fault& fault, const text::Excerpt& excerpt,
            text::Diagnostics& diagnostics) {
  const auto place = [&](std::size_t begin, std::size_t end) {
    return text::Location{excerpt.file, excerpt.span(begin, end)};
  };
  text::Diagnostic diagnostic;
  diagnostic.code = fault.code;
  diagnostic.message = fault.message;
  diagnostic.where = place(fault.begin, fault.end);
  diagnostic.help = fault.help;
  if (fault.note) {
    diagnostic.notes.push_back({fault.note->message, place(fault.note->begin, fault.note->end)});
  }
  diagnostics.add(std::move(diagnostic));
}

parse::Node parse_tree(const parse::Scan& scan, parse::Start start) {
  try {
    return parse::parse_tokens(scan.tokens, start);
  } catch (const parse::Unexpected& unexpected) {
    throw parse::explain(scan, unexpected);
  }
}

/// Runs the steps of the parser; `lower` makes the result out of the parse tree.
template <typename Result, typename Lower>
Result parse_all(const text::Excerpt& excerpt, parse::Start start, text::Diagnostics& diagnostics,
                 const Lower& lower) {
  try {
    if (excerpt.text.size() > kMaxLength) {
      throw parse::Fault{"expression-too-long",
                         fmt::format("the expression is longer than {} bytes", kMaxLength),
                         "split it up, with `definitions` for its parts", 0, 1};
    }
    const parse::Scan scan = parse::scan(excerpt.text);
    return lower(parse::Lowering(excerpt), parse_tree(scan, start));
  } catch (const parse::Fault& fault) {
    report(fault, excerpt, diagnostics);
    return {};
  }
}

}  // namespace

ExpressionPtr parse_expression(const text::Excerpt& excerpt, text::Diagnostics& diagnostics) {
  return parse_all<ExpressionPtr>(excerpt, parse::Start::kExpression, diagnostics,
                                  [](const parse::Lowering& lowering, const parse::Node& root) {
                                    return lowering.expression(root);
                                  });
}

std::optional<Comprehension> parse_comprehension(const text::Excerpt& excerpt,
                                                 text::Diagnostics& diagnostics) {
  return parse_all<std::optional<Comprehension>>(
      excerpt, parse::Start::kComprehension, diagnostics,
      [](const parse::Lowering& lowering, const parse::Node& root) {
        return lowering.comprehension(root);
      });
}

std::vector<Binding> parse_bindings(const text::Excerpt& excerpt, text::Diagnostics& diagnostics) {
  return parse_all<std::vector<Binding>>(
      excerpt, parse::Start::kBindings, diagnostics,
      [](const parse::Lowering& lowering, const parse::Node& root) {
        return lowering.bindings(root);
      });
}

}  // namespace remit::lang

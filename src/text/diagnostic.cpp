#include "text/diagnostic.h"

#include <functional>
#include <string>
#include <utility>

namespace remit::text {
namespace {

bool same(const Diagnostic& left, const Diagnostic& right) {
  return left.where.file == right.where.file && left.where.span == right.where.span &&
         left.message == right.message;
}

std::size_t hash(const Diagnostic& diagnostic) {
  return std::hash<std::string>{}(diagnostic.message) ^ diagnostic.where.span.begin;
}

}  // namespace

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
  const std::size_t key = hash(diagnostic);
  const auto [begin, end] = known_.equal_range(key);
  for (auto entry = begin; entry != end; ++entry) {
    if (same(all_[entry->second], diagnostic)) return all_[entry->second];
  }
  known_.emplace(key, all_.size());
  if (diagnostic.severity == Severity::kError) ++errors_;
  return all_.emplace_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::error(std::string_view code, const Location& where, std::string message,
                               std::string help) {
  return add({Severity::kError, std::string(code), std::move(message), where, std::move(help), {}});
}

Diagnostic& Diagnostics::warning(std::string_view code, const Location& where, std::string message,
                                 std::string help) {
  return add(
      {Severity::kWarning, std::string(code), std::move(message), where, std::move(help), {}});
}

}  // namespace remit::text

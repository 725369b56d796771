#include "privacy/rivals.h"

#include <string_view>

namespace remit::privacy {
namespace {

constexpr std::string_view kStart = " (clashes with ";
constexpr std::string_view kBetween = ", ";
constexpr std::string_view kMore = " and others";

}  // namespace

/// The first place that looks like the start counts, though a message may hold such a text: rather
/// too much is replaced than too little.
void rename_rivals(const std::function<std::string(const std::string&)>& rename,
                   std::string& message) {
  const std::size_t start = message.find(kStart);
  if (start == std::string::npos) return;
  std::string names = message.substr(start + kStart.size());
  if (names.ends_with(')')) names.pop_back();
  const bool more = names.ends_with(kMore);
  if (more) names.resize(names.size() - kMore.size());
  std::string renamed;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + kBetween.size()) {
    end = names.find(kBetween, begin);
    renamed += renamed.empty() ? "" : kBetween;
    renamed += rename(names.substr(begin, end == std::string::npos ? end : end - begin));
  }
  message.resize(start);
  message += kStart;
  message += renamed;
  if (more) message += kMore;
  message += ')';
}

}  // namespace remit::privacy

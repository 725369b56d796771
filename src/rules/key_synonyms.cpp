#include "rules/key_synonyms.h"

#include <array>
#include <string>
#include <utility>

namespace remit::rules {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 36> kSynonyms{{
    {"condition", "require"},  {"must", "require"},      {"check", "require"},
    {"assert", "require"},     {"expect", "require"},    {"test", "require"},
    {"where", "when"},         {"if", "when"},           {"filter", "when"},
    {"applies", "when"},       {"name", "title"},        {"description", "title"},
    {"level", "severity"},     {"priority", "severity"}, {"sources", "source"},
    {"reference", "source"},   {"table", "for"},         {"subject", "for"},
    {"foreach", "for"},        {"type", "kind"},         {"date", "on"},
    {"text", "message"},       {"action", "remedy"},     {"maximum", "at_most"},
    {"at_max", "at_most"},     {"max", "at_most"},       {"limit", "at_most"},
    {"minimum", "at_least"},   {"at_min", "at_least"},   {"min", "at_least"},
    {"interval", "every"},     {"period", "over"},       {"events", "event"},
    {"responses", "response"}, {"keys", "key"},          {"deadline", "within"},
}};

}  // namespace

std::optional<std::string_view> key_meant_by(std::string_view word) {
  for (const auto& [own, key] : kSynonyms) {
    if (own == word) return key;
  }
  return std::nullopt;
}

void add_synonyms(yaml::Mapping& keys) {
  for (const auto& [own, key] : kSynonyms) keys.add_synonym(std::string(own), std::string(key));
}

}  // namespace remit::rules

#include "engine/random_case.h"

#include <fmt/format.h>

#include <cstdlib>
#include <random>

namespace remit::test {
namespace {

/// Now and then too short, so that working days run out of it.
std::string random_calendar(Dice& dice, value::Date as_of) {
  const int before = dice.percent(80) ? 400 : 60;
  const int after = dice.percent(80) ? 800 : 30;
  const auto day = [&](int offset) { return value::to_string(value::Date{as_of.days + offset}); };
  return fmt::format(
      "calendar: random\ncovers: {{from: {}, to: {}}}\nweekend: [saturday, sunday]\n"
      "holidays:\n  - {{date: {}, name: one}}\n  - {{date: {}, name: two}}\n",
      day(-before), day(after), day(-dice.between(20, 50)), day(-dice.between(1, 19)));
}

/// In every third case some tables are stated complete, from some day or for good.
std::vector<std::pair<std::string, value::Date>> random_completeness(
    Dice& dice, const std::vector<RandomFile>& files, value::Date as_of) {
  std::vector<std::pair<std::string, value::Date>> complete;
  if (!dice.percent(33)) return complete;
  for (const RandomFile& file : files) {
    if (!dice.percent(40)) continue;
    const bool for_good = dice.percent(20);
    complete.emplace_back(
        file.name, for_good ? value::kFirstDate : value::Date{as_of.days - dice.between(-20, 300)});
  }
  return complete;
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

RandomCase random_case(std::uint64_t seed) {
  Dice dice(seed);
  RandomCase result;
  result.as_of = value::Date{value::make_date(2024, 6, 15)->days + dice.below(400)};
  result.model = random_model(dice);
  result.calendar = random_calendar(dice, result.as_of);
  result.rules = random_rules(dice, result.model, result.as_of);
  result.files = random_data(dice, result.model, result.as_of);
  result.complete = random_completeness(dice, result.files, result.as_of);
  return result;
}

AuditText text_of(const RandomCase& random) {
  AuditText text{model_text(random.model), random.calendar, random.rules.text(), {}, random.as_of,
                 random.complete};
  for (const RandomFile& file : random.files) text.tables.emplace_back(file.name, csv_text(file));
  return text;
}

std::uint64_t first_seed() { return from_environment("REMIT_SEED", std::random_device()()); }

std::uint64_t cases_wanted(std::uint64_t otherwise) {
  return from_environment("REMIT_CASES", otherwise);
}

}  // namespace remit::test

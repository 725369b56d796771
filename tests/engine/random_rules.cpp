#include "engine/random_rules.h"

#include <fmt/format.h>

namespace remit::test {
namespace {

constexpr int kDepth = 3;

std::string quoted(const std::string& expression) {
  std::string text = "'";
  for (const char c : expression) text += c == '\'' ? "''" : std::string(1, c);
  return text + "'";
}

std::string day(value::Date as_of, int offset) {
  return value::to_string(value::Date{as_of.days + offset});
}

/// Writes one rule; the names of its `for` are visible from the start.
class RuleWriter {
 public:
  RuleWriter(Dice& dice, const RandomModel& model, value::Date as_of,
             const std::vector<RandomDefinition>& definitions)
      : dice_(dice), model_(model), as_of_(as_of), expressions_(dice, model, as_of) {
    expressions_.parameters = true;
    expressions_.definitions = definitions;
  }

  std::string rule(const std::string& kind, int number) {
    text_ = fmt::format(
        "  - id: R{}\n    kind: {}\n    title: {} {}\n    severity: major\n"
        "    source: [{{id: src, at: '1'}}]\n",
        number, kind, kind, number);
    key("for", subjects());
    if (dice_.percent(40)) key("when", boolean());
    if (dice_.percent(12)) line("on_unknown", dice_.percent(50) ? "violation" : "pass");
    if (dice_.percent(10)) line("breach", "unknown");
    if (dice_.percent(35)) effective(kind == "frequency");
    write_kind(kind);
    return text_;
  }

 private:
  void line(const std::string& key, const std::string& value) {
    text_ += fmt::format("    {}: {}\n", key, value);
  }
  void key(const std::string& key, const std::string& expression) { line(key, quoted(expression)); }
  std::string boolean() { return expressions_.make(Sort::kBoolean, kDepth); }
  std::string date() { return expressions_.make(Sort::kDate, kDepth - 1); }

  std::string subjects() {
    const int table = dice_.below(static_cast<int>(model_.tables.size()));
    const std::string name = expressions_.fresh("a");
    expressions_.names.push_back({name, table, Sort::kDate});
    std::string text =
        fmt::format("{} in {}", name, model_.tables.at(static_cast<std::size_t>(table)).name);
    if (dice_.percent(20)) text += " where " + expressions_.make(Sort::kBoolean, 2);
    for (int more = 0; more < 2 && dice_.percent(25); ++more) {
      if (const auto bound = expressions_.binding(2)) text += ", " + *bound;
    }
    return text;
  }

  void effective(bool frequency) {
    const int from = dice_.between(-60, 10);
    const bool has_from = dice_.percent(60);
    std::string text;
    if (has_from) text += "from: " + day(as_of_, from);
    if (!has_from || dice_.percent(60)) {
      text += (text.empty() ? "to: " : ", to: ") + day(as_of_, from + dice_.between(0, 60));
      if (dice_.percent(50)) text += ", then: unknown";
    }
    if (frequency && has_from && dice_.percent(50)) text += ", clock: restart";
    line("effective", "{" + text + "}");
  }

  void own_date(int chance) {
    if (dice_.percent(chance)) key("on", dice_.percent(25) ? "as_of" : date());
  }

  /// Mostly a period of the subject itself; now and then anything that is one.
  std::string over() {
    return expressions_.make(Sort::kPeriod, dice_.percent(70) ? 0 : kDepth - 1);
  }

  /// One comprehension, whose names stay visible; without bindings an expression.
  std::string comprehension(Sort sort) {
    auto bound = dice_.percent(88) ? expressions_.binding(2) : std::nullopt;
    if (!bound) return expressions_.make(sort, 1);
    if (dice_.percent(15)) {
      if (const auto second = expressions_.binding(1)) bound = *bound + ", " + *second;
    }
    return fmt::format("{} for {}", expressions_.make(sort, dice_.percent(70) ? 0 : 2), *bound);
  }

  void elements(const std::string& name, Sort sort) {
    const std::size_t visible = expressions_.names.size();
    if (dice_.percent(80)) {
      key(name, comprehension(sort));
    } else {
      text_ += fmt::format("    {}:\n", name);
      for (int i = 0; i < 2; ++i) {
        text_ += "      - " + quoted(comprehension(sort)) + "\n";
        expressions_.names.resize(visible);
      }
    }
    expressions_.names.resize(visible);
  }

  void write_kind(const std::string& kind) {
    if (kind == "require") return write_require();
    if (kind == "reserve") return write_reserve();
    if (kind == "cover") return write_cover();
    if (kind == "frequency") return write_frequency();
    if (kind == "limit") return write_limit();
    if (kind == "deadline") return write_deadline();
    write_unique();
  }

  void write_require() {
    own_date(60);
    key("require", boolean());
  }

  void write_reserve() {
    const RandomName subject = expressions_.names.front();
    key("on", date());
    key("task", subject.name + ".t");
    key("by", subject.name);
    text_ += "    reserved:\n";
    for (const char* tasks : {"a, b", "c"}) {
      text_ += fmt::format("      - {{name: l{}, tasks: [{}], to: {}}}\n", tasks[0], tasks,
                           quoted(boolean()));
    }
  }

  void write_cover() {
    key("over", over());
    elements("by", Sort::kPeriod);
    if (dice_.percent(30)) key("grace", expressions_.make(Sort::kDays, 1));
  }

  /// Short, so that something happens in the data's four months.
  std::string interval(bool since) {
    if (since && dice_.percent(20)) {
      return fmt::format("(if day(since) < 15 then {} days else 1 month)", dice_.between(1, 20));
    }
    // Never under a day, as the loader wants it of what is written out.
    if (dice_.percent(15)) {
      return fmt::format("(max_of({}, 1) * {} days)", expressions_.make(Sort::kInteger, 1),
                         dice_.between(1, 3));
    }
    return expressions_.duration(0);
  }

  /// `since` is for `every` alone.
  std::string every() {
    expressions_.names.push_back({"since", -1, Sort::kDate});
    const std::string text = interval(true);
    expressions_.names.pop_back();
    return text;
  }

  void write_phases() {
    if (dice_.percent(55)) return key("every", every());
    text_ += "    phases:\n";
    for (int i = dice_.between(0, 2); i >= 0; --i) {
      std::string phase = "every: " + quoted(every());
      if (dice_.percent(20)) phase += fmt::format(", tolerance: {} days", dice_.below(5));
      if (i > 0 && dice_.percent(50)) {
        phase += fmt::format(", times: {}", dice_.between(1, 2));
      } else if (i > 0) {
        phase += ", until: " + quoted(dice_.percent(70) ? interval(false) : date());
      }
      text_ += "      - {" + phase + "}\n";
    }
  }

  void write_frequency() {
    key("over", over());
    elements("event", Sort::kDate);
    write_phases();
    if (dice_.percent(25)) key("tolerance", fmt::format("{} days", dice_.below(6)));
    if (dice_.percent(25)) key("first_within", interval(false));
    if (dice_.percent(50)) {
      elements("pause", Sort::kPeriod);
      if (dice_.percent(50)) line("resume", "restart");
    }
  }

  void write_limit() {
    const bool about_a_day = dice_.percent(30);
    const bool per = !about_a_day && dice_.percent(45);
    if (about_a_day) {
      own_date(100);
    } else {
      key("over", over());
    }
    if (per) {
      static const std::vector<std::string> kPer = {
          "calendar month", "calendar month", "calendar year", "10 days",
          "2 weeks",        "1 month",        "6 working days"};
      line("per", dice_.pick(kPer));
    }
    const std::size_t visible = expressions_.names.size();
    const Sort sort = per ? Sort::kDate : Sort::kPeriod;
    if (dice_.percent(70)) {
      key("count", comprehension(sort));
      if (dice_.percent(35)) {
        key("weight", expressions_.make(dice_.percent(50) ? Sort::kInteger : Sort::kNumber, 1));
      }
      if (dice_.percent(30)) {
        key("unit", expressions_.make(dice_.percent(50) ? Sort::kInteger : Sort::kString, 1));
      }
    } else {
      elements("count", sort);
    }
    expressions_.names.resize(visible);
    const bool most = dice_.percent(60);
    const int bound = dice_.below(3);
    if (most) key("at_most", dice_.percent(75) ? std::to_string(bound + 1) : field());
    if (!most || dice_.percent(30)) {
      key("at_least", dice_.percent(75) ? std::to_string(bound) : field());
    }
  }

  /// No constant, which the loader would hold against what it can mean.
  std::string field() { return expressions_.names.front().name + ".n"; }

  void write_deadline() {
    key("trigger", date());
    own_date(8);
    elements("response", Sort::kDate);
    key("within", dice_.percent(75) ? expressions_.duration(1) : date());
    if (dice_.percent(25)) key("counts_from", date());
    if (dice_.percent(30)) {
      key("times", dice_.percent(70) ? std::to_string(dice_.between(1, 3)) : field());
    }
    if (dice_.percent(35)) key("until", date());
  }

  void write_unique() {
    static const std::vector<Sort> kSorts = {Sort::kString, Sort::kString, Sort::kInteger,
                                             Sort::kBoolean, Sort::kDate};
    std::string parts = quoted(expressions_.make(dice_.pick(kSorts), 1));
    if (dice_.percent(25)) parts += ", " + quoted(expressions_.make(dice_.pick(kSorts), 1));
    line("key", "[" + parts + "]");
    if (dice_.percent(65)) key("while", over());
    own_date(25);
  }

  Dice& dice_;
  const RandomModel& model_;
  value::Date as_of_;
  RandomExpressions expressions_;
  std::string text_;
};

std::string shared_values(value::Date as_of) {
  return fmt::format(
      "parameters:\n"
      "  whole: {{type: integer, default: 2, about: a number}}\n"
      "  dated_whole: {{type: integer, about: a number, series: [{{from: {}, value: 1}}, "
      "{{from: {}, value: 3}}]}}\n"
      "  real: {{type: number, default: 1.5, about: a number}}\n"
      "  word: {{type: string, default: a, about: a word}}\n"
      "sets:\n"
      "  codes: [a, b]\n"
      "  dated_codes: [{{code: a, to: {}}}, b, {{code: c, from: {}}}]\n",
      day(as_of, -70), day(as_of, -20), day(as_of, -25), day(as_of, -40));
}

std::vector<RandomDefinition> define(Dice& dice, const RandomModel& model, value::Date as_of,
                                     std::string& text) {
  static const std::vector<Sort> kSorts = {Sort::kBoolean, Sort::kBoolean, Sort::kInteger,
                                           Sort::kDate,    Sort::kPeriod,  Sort::kString};
  std::vector<RandomDefinition> known;
  text += "definitions:\n";
  for (int i = 0; i < 3; ++i) {
    RandomDefinition definition{fmt::format("def{}", i),
                                dice.below(static_cast<int>(model.tables.size())), dice.percent(50),
                                dice.pick(kSorts)};
    RandomExpressions expressions(dice, model, as_of);
    expressions.parameters = true;
    expressions.definitions = known;
    expressions.names.push_back({"w", definition.table, Sort::kDate});
    std::string takes = fmt::format(
        "{{w: {}}}", model.tables.at(static_cast<std::size_t>(definition.table)).entity);
    if (definition.takes_date) {
      expressions.names.push_back({"day0", -1, Sort::kDate});
      takes += ", {day0: date}";
    }
    text += fmt::format("  {}:\n    takes: [{}]\n    is: {}\n", definition.name, takes,
                        quoted(expressions.make(definition.sort, 2)));
    known.push_back(definition);
  }
  return known;
}

}  // namespace

std::string RandomRules::text() const {
  std::string whole = head + "rules:\n";
  for (const std::string& rule : rules) whole += rule;
  return whole;
}

RandomRules random_rules(Dice& dice, const RandomModel& model, value::Date as_of) {
  RandomRules result;
  result.head =
      "ruleset: random\nversion: 1.0.0\ntitle: Random rules\nmodel: ./model.yaml\n"
      "calendar: ./calendar.yaml\n"
      "sources:\n  src: {title: A source, publisher: nobody, published: 2020-01-01, "
      "strength: local-policy}\n" +
      shared_values(as_of);
  const auto definitions = define(dice, model, as_of, result.head);
  int number = 0;
  for (const char* kind :
       {"require", "reserve", "cover", "frequency", "limit", "deadline", "unique"}) {
    result.rules.push_back(RuleWriter(dice, model, as_of, definitions).rule(kind, ++number));
  }
  return result;
}

}  // namespace remit::test

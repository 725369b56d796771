#include <random>
#include <string>
#include <vector>

#include "lang/parse_support.h"
#include "support/catch.h"

namespace remit::test {
namespace {

/// A tree as its text and as the dump that must come out of it, written side by side.
struct Sample {
  std::string text;
  std::string dump;
  int level;  ///< of the grammar, from kExpression (loosest) to kPrimary
};

enum Level { kExpression, kImplies, kOr, kAnd, kNot, kCompare, kAdd, kMultiply, kMinus, kPrimary };

/// Makes random trees and writes them with few parentheses: those that the grammar needs, and now
/// and then one more.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Sample any(int depth) {
    if (depth == 0) return leaf();
    switch (below(14)) {
      case 0:
        return conditional(depth - 1);
      case 1:
        return infix("implies", kImplies, kOr, kImplies, depth - 1);
      case 2:
        return infix("or", kOr, kOr, kAnd, depth - 1);
      case 3:
        return infix("and", kAnd, kAnd, kNot, depth - 1);
      case 4:
        return prefix("not ", "(not ", kNot, kNot, depth - 1);
      case 5:
        return infix(pick({"=", "!=", "<", "<=", ">", ">=", "covers", "overlaps", "in"}), kCompare,
                     kAdd, kAdd, depth - 1);
      case 6:
        return tested(depth - 1);
      case 7:
        return infix(pick({"+", "-"}), kAdd, kAdd, kMultiply, depth - 1);
      case 8:
        return infix(pick({"*", "/"}), kMultiply, kMultiply, kMinus, depth - 1);
      case 9:
        return prefix("-", "(- ", kMinus, kPrimary, depth - 1);
      case 10:
        return member(depth - 1);
      case 11:
        return quantified(depth - 1);
      case 12:
        return aggregate(depth - 1);
      default:
        return items(depth - 1);
    }
  }

 private:
  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }
  std::string pick(const std::vector<std::string>& words) { return words[below(words.size())]; }

  Sample leaf() {
    const std::vector<Sample> leaves = {
        {"a", "a", kPrimary},
        {"week", "week", kPrimary},
        {"12", "12", kPrimary},
        {"1.50", "1.5", kPrimary},
        {"'it\\'s'", "\"it's\"", kPrimary},
        {"2024-02-29", "2024-02-29", kPrimary},
        {"2 weeks", "14days", kPrimary},
        {"1 working day", "1working-days", kPrimary},
        {"missing", "missing", kPrimary},
        {"as_of", "as_of", kPrimary},
    };
    return leaves[below(leaves.size())];
  }

  /// The text of a tree where the grammar wants one of this level.
  std::string at(const Sample& sample, int level) {
    if (sample.level < level || below(10) == 0) return "(" + sample.text + ")";
    return sample.text;
  }

  Sample infix(const std::string& op, int level, int left_level, int right_level, int depth) {
    const Sample left = any(depth);
    const Sample right = any(depth);
    return {at(left, left_level) + " " + op + " " + at(right, right_level),
            "(" + op + " " + left.dump + " " + right.dump + ")", reach(right, level)};
  }
  Sample prefix(const std::string& op, const std::string& dumped, int level, int operand,
                int depth) {
    const Sample inner = any(depth);
    return {op + at(inner, operand), dumped + inner.dump + ")", reach(inner, level)};
  }
  /// What ends in a `satisfies` goes on as far as it can: like an `if`, it needs parentheses
  /// before anything that follows.
  static int reach(const Sample& last, int level) {
    return last.text.find("satisfies") != std::string::npos ? kExpression : level;
  }
  Sample conditional(int depth) {
    const Sample a = any(depth);
    const Sample b = any(depth);
    const Sample c = any(depth);
    return {
        "if " + at(a, kExpression) + " then " + at(b, kExpression) + " else " + at(c, kExpression),
        "(if " + a.dump + " " + b.dump + " " + c.dump + ")", kExpression};
  }
  Sample tested(int depth) {
    const Sample value = any(depth);
    const Sample other = any(depth);
    const std::string left = at(value, kAdd);
    switch (below(5)) {
      case 0:
        return {left + " is not missing", "(is-not-missing " + value.dump + ")", kCompare};
      case 1:
        return {left + " is unknown", "(is-unknown " + value.dump + ")", kCompare};
      case 2:
        return {left + " not matches \"^x\"", "(not-matches " + value.dump + " \"^x\")", kCompare};
      case 3:
        return {left + " between " + at(other, kAdd) + " and 3",
                "(between " + value.dump + " " + other.dump + " 3)", kCompare};
      default:
        return {left + " is distinct from " + at(other, kAdd),
                "(is-distinct " + value.dump + " " + other.dump + ")", reach(other, kCompare)};
    }
  }
  Sample member(int depth) {
    const Sample object = any(depth);
    const std::string name = pick({"b", "`Case ID`", "if", "day"});
    return {at(object, kPrimary) + "." + name, object.dump + "." + name, kPrimary};
  }
  Sample quantified(int depth) {
    const std::string word = pick({"some", "every", "no"});
    const Sample source = any(depth);
    const Sample body = any(depth);
    return {word + " x in " + at(source, kExpression) + " satisfies " + at(body, kExpression),
            "(" + word + " (x in " + source.dump + ") " + body.dump + ")", kExpression};
  }
  Sample aggregate(int depth) {
    const std::string word = pick({"count", "sum", "first", "runs", "distinct"});
    const Sample source = any(depth);
    const Sample head = any(depth);
    const std::string bound = "x in " + at(source, kExpression);
    if (below(2) == 0) {
      return {word + "(" + bound + ")", "(" + word + " (each (x in " + source.dump + ")))",
              kPrimary};
    }
    // A head that begins with `name in` needs its parentheses; so all of that kind get them.
    return {word + "((" + head.text + ") for " + bound + " where a, y in x.c by y.d else 3)",
            "(" + word + " (for " + head.dump + " (x in " + source.dump +
                " where a) (y in x.c) by y.d else 3))",
            kPrimary};
  }
  Sample items(int depth) {
    const Sample one = any(depth);
    const Sample other = any(depth);
    const std::string inside = at(one, kExpression) + ", " + at(other, kExpression);
    if (below(2) == 0)
      return {"[" + inside + "]", "[" + one.dump + " " + other.dump + "]", kPrimary};
    return {"f(" + inside + ")", "(call f " + one.dump + " " + other.dump + ")", kPrimary};
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("lang: random trees come back from their text") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  Generator generator(seed);
  for (int round = 0; round < 3000; ++round) {
    const Sample sample = generator.any(1 + round % 5);
    INFO(sample.text);
    REQUIRE(parsed(sample.text) == sample.dump);
  }
}

}  // namespace remit::test

#include <random>
#include <set>
#include <string>
#include <vector>

#include "data/keys/key_finder.h"
#include "data/keys/key_number.h"
#include "data/keys/key_texts.h"
#include "support/catch.h"

namespace remit::data {
namespace {

using Texts = std::vector<std::string>;

KeyTexts kept(const Texts& texts) {
  KeyTexts keys;
  for (const std::string& text : texts) keys.push_back(text);
  return keys;
}

/// All texts come back, and are found, whatever the parts are that they are put together of.
void check(const Texts& texts) {
  for (const std::size_t part :
       {std::size_t{1}, std::size_t{100}, std::size_t{300}, texts.size()}) {
    KeyTexts keys;
    for (std::size_t from = 0; from < texts.size(); from += part) {
      const std::size_t end = std::min(from + part, texts.size());
      keys.append(kept(Texts(texts.begin() + static_cast<std::ptrdiff_t>(from),
                             texts.begin() + static_cast<std::ptrdiff_t>(end))));
    }
    REQUIRE(keys.size() == texts.size());
    const KeyFinder finder(keys);
    std::string buffer;
    for (std::size_t row = 0; row < texts.size(); ++row) {
      if (keys.text(row, buffer) != texts[row]) FAIL("row " << row << ": " << texts[row]);
      const std::int32_t found = finder.find(texts[row]);
      if (found < 0 || texts[static_cast<std::size_t>(found)] != texts[row]) FAIL(texts[row]);
    }
    const bool different = std::set<std::string>(texts.begin(), texts.end()).size() == texts.size();
    if (!different) REQUIRE_FALSE(are_surely_different(keys));
  }
}

Texts counted(const std::string& prefix, std::uint64_t first, std::size_t count,
              std::size_t width) {
  Texts texts;
  for (std::size_t i = 0; i < count; ++i) {
    texts.push_back(prefix);
    append_number(texts.back(), first + i, width);
  }
  return texts;
}

}  // namespace

TEST_CASE("data keys: a number is its digits, and how many they are") {
  CHECK(prefix_size("V0012") == 1);
  CHECK(prefix_size("12") == 0);
  CHECK(prefix_size("V") == 1);
  CHECK(prefix_size("V1-") == 3);
  CHECK(key_number("0012").number == 12);
  CHECK(key_number("0012").digits == 4);
  CHECK(key_number("0012").padded);
  CHECK_FALSE(key_number("0").padded);
  CHECK(key_number("00").padded);
  CHECK(key_number("999999999999999999").number == 999999999999999999U);
  CHECK(key_number("1000000000000000000").digits == 0);  // one digit too many
  CHECK(key_number("").digits == 0);
  CHECK(key_number("1x").digits == 0);
  CHECK(key_number("-1").digits == 0);
  for (std::uint64_t power = 1; power < 1000000000000000000U; power *= 10) {
    CHECK(count_digits(power) == std::to_string(power).size());
    CHECK(count_digits(power - 1) == std::to_string(power - 1).size());
  }
}

TEST_CASE("data keys: texts come back exactly and are found") {
  check({"V1"});
  check(counted("V", 1, 2000, 0));
  check(counted("V", 950, 2000, 4));   // 0950 to 2949: with and without zeros
  check(counted("V", 9000, 2000, 4));  // one digit more on the way
  check(counted("", 0, 600, 0));
  check(counted("", 999999999999999000U, 600, 0));  // as many digits as are taken
  check(counted("long prefix with 12 inside-", 5, 700, 6));
  Texts gaps;
  for (std::size_t i = 0; i < 3000; ++i) gaps.push_back("K" + std::to_string(i * i));
  check(gaps);
  Texts far = counted("K", 1, 500, 0);
  far[100] = "K999999999999";
  check(far);
  Texts odd = counted("K", 1, 2000, 0);
  odd[700] = "";
  odd[701] = "K";
  odd[702] = "k1";
  odd[703] = "K01";
  odd[1000] = "K00000000000000000000000001";
  odd[1500] = "Ω7";
  odd.back() = "another";
  check(odd);
  Texts prefixes;
  for (std::size_t i = 0; i < 9000; ++i) {
    prefixes.push_back("p" + std::to_string(i / 300) + "-" + std::to_string(i));
  }
  check(prefixes);
}

TEST_CASE("data keys: what only looks alike is not found") {
  const KeyTexts free = kept(counted("C", 1, 1000, 0));
  const KeyFinder finder(free);
  CHECK(finder.find("C1") == 0);
  CHECK(finder.find("C1000") == 999);
  for (const char* const text : {"C01", "C0", "C1001", "c1", "1", "C", "", "C1 ", " C1", "CC1",
                                 "C-1", "C99999999999999999999", "C18446744073709551617"}) {
    CHECK(finder.find(text) == KeyFinder::kNone);
  }
  const KeyTexts fixed = kept(counted("C", 1, 1000, 3));
  const KeyFinder other(fixed);
  CHECK(other.find("C001") == 0);
  CHECK(other.find("C1000") == 999);
  for (const char* const text : {"C1", "C01", "C0001", "C01000"}) {
    CHECK(other.find(text) == KeyFinder::kNone);
  }
  CHECK(KeyFinder(KeyTexts()).find("C1") == KeyFinder::kNone);
}

TEST_CASE("data keys: the same number in other words is another key") {
  Texts both = counted("C", 1, 300, 0);
  for (const std::string& text : counted("C", 1, 300, 3)) both.push_back(text);
  both.erase(both.begin() + 99 + 300, both.end());  // C100 would be there twice
  check(both);
  CHECK(are_surely_different(kept(counted("C", 7, 600, 0))));
  Texts turned = counted("C", 7, 600, 0);
  std::swap(turned[3], turned[500]);
  CHECK(are_surely_different(kept(turned)));
  turned[4] = turned[500];
  check(turned);
}

TEST_CASE("data keys: random ones come back and are found") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 60; ++i) {
    const std::size_t room = std::size_t{1} << (random() % 20);
    const std::size_t odd = 1 + random() % 2000;
    Texts texts;
    for (std::size_t n = random() % 1500; n > 0; --n) {
      std::string text = random() % odd == 0 ? "x" : "C";
      append_number(text, random() % room, random() % odd == 0 ? random() % 8 : 5);
      texts.push_back(std::move(text));
    }
    if (!texts.empty()) check(texts);
  }
}

}  // namespace remit::data

#include "data/dictionary.h"

#include <string>

#include "data/key_index.h"
#include "data/slots.h"
#include "support/catch.h"

namespace remit::data {

TEST_CASE("data dictionary: codes are dense, in the order of first use, and stay") {
  Dictionary dictionary;
  const std::string large(3'000'000, 'x');
  CHECK(dictionary.add("b") == 0);
  CHECK(dictionary.add("") == 1);
  CHECK(dictionary.add(large) == 2);
  for (int i = 0; i < 20000; ++i) CHECK(dictionary.add("k" + std::to_string(i)) == i + 3);
  CHECK(dictionary.add("b") == 0);
  CHECK(dictionary.size() == 20003);
  std::string buffer;
  CHECK(dictionary.text(1, buffer).empty());
  CHECK(dictionary.text(2, buffer) == large);
  CHECK(dictionary.text(20002, buffer) == "k19999");
  CHECK(dictionary.find("k77") == 80);
  CHECK_FALSE(dictionary.find("k20000").has_value());
  const Dictionary moved = std::move(dictionary);
  CHECK(moved.find("k77") == 80);
}

TEST_CASE("data slots: keys of one hash are told apart by what they are") {
  Slots slots;
  for (std::int32_t number = 0; number < 100; ++number) slots.insert(7, number);
  for (std::int32_t wanted = 0; wanted < 100; ++wanted) {
    CHECK(slots.find(7, [&](std::int32_t number) { return number == wanted; }) == wanted);
  }
  CHECK(slots.find(7, [](std::int32_t) { return false; }) == Slots::kNone);
  CHECK(slots.find(8, [](std::int32_t) { return true; }) == Slots::kNone);
}

TEST_CASE("data key index: the first row of a key stays its row") {
  using Key = std::vector<std::int64_t>;
  KeyIndex pairs(2, false);
  CHECK_FALSE(pairs.find(Key{1, 2}));
  CHECK_FALSE(pairs.add(Key{1, 2}, 5));
  CHECK_FALSE(pairs.add(Key{2, 1}, 6));
  CHECK(pairs.add(Key{1, 2}, 7) == 5);
  CHECK(pairs.find(Key{2, 1}) == 6);
  KeyIndex codes(1, true);
  CHECK_FALSE(codes.add(Key{9}, 0));
  CHECK(codes.add(Key{9}, 1) == 0);
  CHECK_FALSE(codes.find(Key{8}));
  CHECK_FALSE(codes.find(Key{10}));
}

}  // namespace remit::data

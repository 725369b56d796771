#include "data/bitmap.h"

#include "support/catch.h"

namespace remit::data {

TEST_CASE("data bitmap: bits past the end stay zero") {
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 200U}) {
    INFO(size);
    Bitmap ones(size, true);
    CHECK(ones.count() == size);
    CHECK(ones.all());
    CHECK(ones.none() == (size == 0));
    ones.flip();
    CHECK(ones.none());
    ones.flip();
    CHECK(ones == Bitmap(size, true));
  }
}

TEST_CASE("data bitmap: grows and shrinks bit by bit") {
  Bitmap grown;
  for (std::size_t i = 0; i < 130; ++i) grown.push_back(i % 3 == 0);
  CHECK(grown.count() == 44);
  for (std::size_t i = 130; i-- > 64;) grown.pop_back();
  Bitmap expected(64);
  for (std::size_t i = 0; i < 64; i += 3) expected.set(i);
  CHECK(grown == expected);
  grown.pop_back();
  grown.push_back(false);
  expected.clear(63);
  CHECK(grown == expected);
}

TEST_CASE("data bitmap: and, or, subtract go over all words") {
  Bitmap twos(150);
  Bitmap threes(150);
  for (std::size_t i = 0; i < 150; i += 2) twos.set(i);
  for (std::size_t i = 0; i < 150; i += 3) threes.set(i);
  Bitmap both = twos;
  both &= threes;
  CHECK(both.count() == 25);
  Bitmap either = twos;
  either |= threes;
  CHECK(either.count() == 75 + 50 - 25);
  Bitmap only = twos;
  only.subtract(threes);
  CHECK(only.count() == 75 - 25);
  std::vector<std::size_t> seen;
  both.each([&](std::size_t i) { seen.push_back(i); });
  REQUIRE(seen.size() == 25);
  CHECK(seen.front() == 0);
  CHECK(seen.back() == 144);
}

}  // namespace remit::data

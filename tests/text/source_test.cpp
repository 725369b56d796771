#include "text/source.h"

#include <memory>

#include "support/catch.h"

namespace remit::text {
namespace {

struct PlaceCase {
  const char* content;
  std::uint32_t offset;
  std::size_t line;
  std::size_t column;
};

TEST_CASE("text: places count lines and characters") {
  const PlaceCase cases[] = {
      {"", 0, 1, 1},
      {"", 9, 1, 1},
      {"abc", 2, 1, 3},
      {"abc", 3, 1, 4},
      {"abc", 99, 1, 4},
      {"a\nb", 1, 1, 2},
      {"a\nb", 2, 2, 1},
      {"a\r\nb", 3, 2, 1},
      {"a\r\nb", 1, 1, 2},
      {"a\n", 2, 2, 1},
      {"\n\n\n", 2, 3, 1},
      {"\xC3\xA9 x", 3, 1, 3},
      {"a\nd\xC3\xA9j", 5, 2, 3},
      {"\xE2\x82\xAC!", 3, 1, 2},
      {"\xF0\x9F\x98\x80!", 4, 1, 2},
      {"\xFF\xFE!", 2, 1, 3},
  };
  for (const PlaceCase& test : cases) {
    const Place place = SourceFile("f", test.content).place(test.offset);
    INFO(test.content << " at " << test.offset);
    CHECK(place.line == test.line);
    CHECK(place.column == test.column);
  }
}

TEST_CASE("text: lines come without their ends") {
  const SourceFile file("f", "one\r\ntwo\n\nlast");
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "two");
  CHECK(file.line(3).empty());
  CHECK(file.line(4) == "last");
  CHECK(file.line(5).empty());
  CHECK(file.line(0).empty());
  CHECK(SourceFile("f", "x\n").line(2).empty());
}

TEST_CASE("text: slices stay inside the file") {
  const SourceFile file("f", "abcdef");
  CHECK(file.slice({1, 3}) == "bc");
  CHECK(file.slice({4, 99}) == "ef");
  CHECK(file.slice({50, 99}).empty());
  CHECK(file.slice({3, 1}).empty());
}

TEST_CASE("text: an excerpt says where its bytes stand") {
  const auto file = std::make_shared<SourceFile>("f", "abc");
  const Excerpt all = whole(file);
  CHECK(all.text == "abc");
  CHECK(all.span(1, 3) == Span{1, 3});
  CHECK(all.span(3, 3) == Span{3, 3});
  CHECK(all.span(7, 9) == Span{3, 3});
  const Excerpt moved{file, "xy", {10, 20, 22}};
  CHECK(moved.span(0, 1) == Span{10, 20});
  CHECK(moved.span(1, 2) == Span{20, 22});
  CHECK(Excerpt{}.span(0, 1) == Span{0, 0});
}

}  // namespace
}  // namespace remit::text

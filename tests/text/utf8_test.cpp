#include "text/utf8.h"

#include "support/catch.h"

namespace remit::text {
namespace {

struct CharacterCase {
  const char* bytes;
  char32_t code;
  std::size_t length;
  bool valid;
};

TEST_CASE("text: characters of valid and broken UTF-8") {
  const CharacterCase cases[] = {
      {"a", 'a', 1, true},
      {"\xC3\xA9", 0xE9, 2, true},
      {"\xE2\x82\xAC", 0x20AC, 3, true},
      {"\xF0\x9F\x98\x80", 0x1F600, 4, true},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4, true},
      {"\x80", 0xFFFD, 1, false},              // a continuation by itself
      {"\xC0\xAF", 0xFFFD, 1, false},          // longer than needed
      {"\xE0\x80\xAF", 0xFFFD, 1, false},      // longer than needed
      {"\xED\xA0\x80", 0xFFFD, 1, false},      // a surrogate
      {"\xF4\x90\x80\x80", 0xFFFD, 1, false},  // past the last code
      {"\xF8\x88\x80\x80", 0xFFFD, 1, false},
      {"\xE2\x82", 0xFFFD, 1, false},  // cut off
      {"\xC3(", 0xFFFD, 1, false},
  };
  for (const CharacterCase& test : cases) {
    const Character character = character_at(test.bytes, 0);
    INFO(test.bytes);
    CHECK(static_cast<std::uint32_t>(character.code) == static_cast<std::uint32_t>(test.code));
    CHECK(character.length == test.length);
    CHECK(character.valid == test.valid);
  }
}

TEST_CASE("text: every character reads back as it was written") {
  for (char32_t code = 0; code <= 0x10FFFF; code += 7) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, code);
    const Character character = character_at(bytes, 0);
    REQUIRE(static_cast<std::uint32_t>(character.code) == static_cast<std::uint32_t>(code));
    REQUIRE(character.length == bytes.size());
  }
}

TEST_CASE("text: counting characters and finding broken ones") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("d\xC3\xA9j\xC3\xA0") == 4);
  CHECK(count_characters("\xFF\xFF") == 2);
  CHECK_FALSE(find_invalid_utf8("d\xC3\xA9j\xC3\xA0"));
  CHECK(find_invalid_utf8("ab\xFF") == 2);
  CHECK(find_invalid_utf8("ab\xC3") == 2);
}

}  // namespace
}  // namespace remit::text

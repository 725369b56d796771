#include "waivers/pattern.h"

#include "support/catch.h"

namespace remit::waivers {

TEST_CASE("waivers: a subject is a key or a pattern") {
  struct Case {
    const char* pattern;
    const char* key;
    bool fits;
  };
  const Case cases[] = {{"ST1", "ST1", true},
                        {"ST1", "ST12", false},
                        {"ST*", "ST12", true},
                        {"ST*", "ST", true},
                        {"*12", "ST12", true},
                        {"*12", "ST123", false},
                        {"S*1*3", "ST123", true},
                        {"S*1*3", "ST132", false},
                        {"ST?", "ST1", true},
                        {"ST?", "ST", false},
                        {"ST?", "ST12", false},
                        {"S?1",
                         "S\xc3\xbc"
                         "1",
                         true},
                        {"*", "", true},
                        {"", "", true},
                        {"", "a", false},
                        {"A1 + *", "A1 + B2", true},
                        {"A1|*", "A1|2026", true},
                        {"a*b", "a*b", true},
                        {"st1", "ST1", false},
                        {"**", "x", true},
                        {"?", "\xff", true},
                        {"A*A*A*B", "AAAAAAAA", false}};
  for (const Case& each : cases) {
    INFO(each.pattern << " and " << each.key);
    CHECK(matches(each.pattern, each.key) == each.fits);
  }
}

TEST_CASE("waivers: a pattern of wildcards alone is for everything") {
  for (const char* pattern : {"*", "**", "*?", "* + *", "*|*"}) CHECK(matches_all(pattern));
  for (const char* pattern : {"ST*", "*1", "ST1", "?", "*\xc3\xbc*"}) {
    CHECK_FALSE(matches_all(pattern));
  }
}

}  // namespace remit::waivers

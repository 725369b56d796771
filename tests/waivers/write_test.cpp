#include "waivers/write.h"

#include "support/catch.h"
#include "waivers/load.h"

namespace remit::waivers {
namespace {

findings::Waiver waiver(const std::string& reason) {
  findings::Waiver result;
  result.rule = "EC-1";
  result.subject = "ST1";
  result.from = value::parse_date("2026-01-01").value();
  result.to = value::parse_date("2026-12-31").value();
  result.approved_by = "Head of Service";
  result.approved_on = value::parse_date("2026-01-15").value();
  result.reason = reason;
  return result;
}

std::vector<findings::Waiver> read(const std::string& content) {
  text::Diagnostics diagnostics;
  const auto all = load(std::make_shared<text::SourceFile>("waivers.yaml", content), diagnostics);
  INFO(content);
  REQUIRE(diagnostics.all().empty());
  return all.value();
}

std::string longer(const std::string& content, text::Diagnostics& diagnostics) {
  return add("waivers.yaml", content, waiver("why"), diagnostics).value_or("");
}

}  // namespace

TEST_CASE("waivers: what is written is read again as it was") {
  for (const char* text : {"plain words.",
                           "true",
                           "12",
                           "2026-01-01",
                           "~",
                           "null",
                           "# no comment",
                           "a: b",
                           "- item",
                           "\"quoted\"",
                           "back\\slash",
                           "tab\tand\nline",
                           " blanks ",
                           "[list]",
                           "{map}",
                           "&x",
                           "*",
                           "%",
                           "@",
                           "`",
                           "caf\xc3\xa9",
                           "it's",
                           "'",
                           "a #b",
                           "yes",
                           "1e3",
                           "|",
                           "last \x7f"}) {
    findings::Waiver written = waiver(text);
    written.subject = text;
    const auto again = read(to_yaml(written));
    REQUIRE(again.size() == 1);
    CHECK(again[0].reason == text);
    CHECK(again[0].subject == text);
    CHECK(again[0].to == written.to);
    CHECK(again[0].approved_by == "Head of Service");
  }
}

TEST_CASE("waivers: one is added at the end, and what was there stays") {
  const std::string one = to_yaml(waiver("why"));
  const std::string other =
      "# decided in January\n- {rule: R, subject: S, from: 2026-01-01, to: 2026-02-01, "
      "approved_by: B, approved_on: 2026-01-01, reason: x}";
  text::Diagnostics diagnostics;
  CHECK(longer("", diagnostics) == one);
  CHECK(longer("# none yet\n", diagnostics) == "# none yet\n" + one);
  CHECK(longer(other, diagnostics) == other + "\n" + one);
  const std::string indented = longer("  " + other.substr(other.find('-')) + "\n", diagnostics);
  CHECK(read(indented).size() == 2);
  CHECK(diagnostics.all().empty());
}

TEST_CASE("waivers: none is added where that cannot be right") {
  struct Case {
    std::string content;
    const char* code;
  };
  const Case cases[] = {{to_yaml(waiver("another reason")), "waiver-twice"},
                        {"[]\n", "waiver-list"},
                        {"waivers: []\n", "expected-list"},
                        {"- rule: R\n", "missing-key"}};
  for (const Case& each : cases) {
    text::Diagnostics diagnostics;
    CHECK(longer(each.content, diagnostics).empty());
    REQUIRE(!diagnostics.all().empty());
    CHECK(diagnostics.all().front().code == each.code);
  }
}

}  // namespace remit::waivers

#include "privacy/pseudonyms.h"

#include <algorithm>
#include <set>

#include "markers.h"
#include "outputs.h"
#include "remit/pseudonyms.h"
#include "support/catch.h"

namespace remit::test {
namespace {

const std::string kFolder = std::string(REMIT_SOURCE_DIR) + "/tests/privacy/ids";
const std::vector<std::string> kNone;
/// The ids of the small world, which stand nowhere else in it.
constexpr const char* kIds = "qw[0-9]|qx[0-9]|qy[0-9]|8150[0-9]";

Request request_of(char key) {
  Request request;
  request.home = REMIT_SOURCE_DIR;
  request.rules = {kFolder + "/rules.yaml"};
  request.data = kFolder + "/data";
  request.as_of = value::parse_date("2026-09-30").value();
  request.pseudonym_key = std::string(privacy::Pseudonyms::kKeySize, key);
  return request;
}

std::vector<std::string> keys_of(const Request& request) {
  text::Diagnostics diagnostics;
  const auto result = audit(request, diagnostics).audit;
  REQUIRE(result);
  std::vector<std::string> keys;
  for (const findings::Finding& finding : result->findings) {
    keys.push_back(findings::rule_of(*result, finding).id + " " + finding.outcome.subject.key +
                   " " + findings::to_string(finding.fingerprint));
  }
  return keys;
}

}  // namespace

TEST_CASE("privacy: with a key no id stands in any output") {
  CHECK(lines_with(kIds, outputs_of(request_of('a'))) == kNone);
  CHECK(lines_with(kIds, explanations_of(request_of('a'))) == kNone);
  Request waived = request_of('a');
  waived.waivers = {kFolder + "/waivers.yaml"};
  CHECK(lines_with(kIds, outputs_of(waived)) == kNone);
}

TEST_CASE("privacy: without a key ids stand in every output") {
  Request open = request_of('a');
  open.pseudonym_key.reset();
  for (const auto& [name, text] : explanations_of(open)) {
    INFO(name);
    if (name != "said") CHECK_FALSE(lines_with(kIds, {{name, text}}).empty());
  }
}

TEST_CASE("privacy: pseudonyms are the same for the same key, and others for another") {
  CHECK(keys_of(request_of('a')) == keys_of(request_of('a')));
  const auto one = keys_of(request_of('a'));
  const auto other = keys_of(request_of('b'));
  CHECK(one.size() == other.size());
  for (const std::string& key : one) {
    CHECK(std::find(other.begin(), other.end(), key) == other.end());
  }
}

TEST_CASE("privacy: waivers name ids and still cover") {
  Request request = request_of('a');
  request.waivers = {kFolder + "/waivers.yaml"};
  text::Diagnostics diagnostics;
  const auto result = audit(request, diagnostics).audit;
  REQUIRE(result);
  std::size_t waived = 0;
  for (const findings::RuleResult& rule : result->rules) {
    waived += rule.tally.verdicts[static_cast<std::size_t>(rules::Verdict::kWaived)];
  }
  CHECK(waived == 1);
}

TEST_CASE("privacy: who has key and data can tell whom a pseudonym stands for") {
  privacy::Pseudonyms pseudonyms(*request_of('a').pseudonym_key);
  text::Diagnostics diagnostics;
  const IdentifyResult result =
      identify(request_of('a'), {pseudonyms.of("Qw2"), pseudonyms.of("nobody")}, diagnostics);
  REQUIRE(result.identified.size() == 1);
  CHECK(result.identified[0].id == "Qw2");
  CHECK(result.identified[0].entity == "worker");
}

TEST_CASE("privacy: an explanation is asked for by a pseudonym or by an id") {
  privacy::Pseudonyms pseudonyms(*request_of('a').pseudonym_key);
  text::Diagnostics diagnostics;
  for (const std::string& key : {std::string("Qw1"), pseudonyms.of("Qw1")}) {
    const auto told = explain(request_of('a'), "N-NAME", key, diagnostics).explanations;
    REQUIRE(told.size() == 1);
    CHECK(told[0].subject.key == pseudonyms.of("Qw1"));
    CHECK(told[0].verdict == rules::Verdict::kViolation);
  }
}

TEST_CASE("privacy: pseudonyms are 80 bits of an HMAC") {
  privacy::Pseudonyms pseudonyms(std::string(32, '\x0b'));
  const std::string name = pseudonyms.of("W1");
  CHECK(privacy::Pseudonyms::is_pseudonym(name));
  CHECK(name == "P-2WPEF7PH4QYJA6G3");
  CHECK_FALSE(privacy::Pseudonyms::is_pseudonym("P-0123456789ABCDEI"));
  std::set<std::string> all;
  for (int i = 0; i < 2000; ++i) all.insert(pseudonyms.of("W" + std::to_string(i)));
  CHECK(all.size() == 2000);
}

TEST_CASE("privacy: files with keys") {
  text::Diagnostics diagnostics;
  const auto key = privacy::read_key_file("k", privacy::new_key_file(), diagnostics);
  REQUIRE(key);
  CHECK(key->size() == privacy::Pseudonyms::kKeySize);
  CHECK(key != privacy::read_key_file("k", privacy::new_key_file(), diagnostics));
  CHECK_FALSE(diagnostics.has_errors());
  for (const char* wrong :
       {"", "secret", "remit-pseudonyms-1 ", "remit-pseudonyms-1 00ff", "remit-pseudonyms-1 zz"}) {
    CHECK_FALSE(privacy::read_key_file("k", wrong, diagnostics));
  }
}

}  // namespace remit::test

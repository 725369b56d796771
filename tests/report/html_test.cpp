#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "html_text.h"
#include "report/format.h"
#include "report/html/assets.h"
#include "report/html/pack.h"
#include "report/sample_audit.h"
#include "report/sample_background.h"
#include "support/catch.h"

namespace remit::test {
namespace {

std::string page(const findings::Audit& audit, bool background = true) {
  const findings::Background told = sample_background(audit);
  report::Options options;
  options.selection.verdicts.push_back(rules::Verdict::kWaived);
  if (background) options.background = &told;
  std::ostringstream out;
  report::write_html(audit, options, out);
  return out.str();
}

nlohmann::json block(const std::string& html, const std::string& id) {
  return nlohmann::json::parse(html_block(html, id));
}

/// The elements of a page: what is opened is closed in its order, ids are unique, attributes are
/// quoted.
class Elements {
 public:
  explicit Elements(const std::string& html) : html_(html) {
    for (at_ = html_.find('<', 1); at_ != std::string::npos; at_ = html_.find('<', at_)) read();
    CHECK(open_.empty());
  }

  const std::set<std::string>& ids() const { return ids_; }
  const std::set<std::string>& targets() const { return targets_; }
  std::size_t count(const std::string& tag) const {
    const auto found = tags_.find(tag);
    return found == tags_.end() ? 0 : found->second;
  }

 private:
  void read() {
    const std::size_t end = html_.find('>', at_);
    REQUIRE(end != std::string::npos);
    const std::string inside = html_.substr(at_ + 1, end - at_ - 1);
    const std::size_t name_end = std::min(inside.find(' '), inside.size());
    const std::string tag = inside.substr(0, name_end);
    at_ = end + 1;
    if (tag.starts_with("/")) {
      REQUIRE_FALSE(open_.empty());
      CHECK(open_.back() == tag.substr(1));
      open_.pop_back();
      return;
    }
    ++tags_[tag];
    read_attributes(inside.substr(name_end));
    if (inside.ends_with("/")) return;
    open_.push_back(tag);
    // Their content is no markup.
    if (tag == "style" || tag == "script") at_ = html_.find("</" + tag + ">", at_);
  }

  void read_attributes(const std::string& text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == ' ') {
      const std::size_t equals = text.find("=\"", at);
      REQUIRE(equals != std::string::npos);
      const std::size_t end = text.find('"', equals + 2);
      REQUIRE(end != std::string::npos);
      const std::string name = text.substr(at + 1, equals - at - 1);
      const std::string value = text.substr(equals + 2, end - equals - 2);
      if (name == "id") CHECK(ids_.insert(value).second);
      if (name == "href") targets_.insert(value);
      CHECK_FALSE(name.starts_with("on"));
      CHECK(name != "style");
      CHECK(name != "src");
      at = end + 1;
    }
    CHECK((at == text.size() || text.substr(at) == "/"));
  }

  const std::string& html_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
  std::set<std::string> targets_;
  std::map<std::string, std::size_t> tags_;
};

}  // namespace

TEST_CASE("report: bytes in 64 letters") {
  CHECK(report::html::base64("") == "");
  CHECK(report::html::base64("f") == "Zg==");
  CHECK(report::html::base64("fo") == "Zm8=");
  CHECK(report::html::base64("foo") == "Zm9v");
  CHECK(report::html::base64("foob") == "Zm9vYg==");
  CHECK(report::html::base64("\xff\xfe\x00") == "//4=");
  const std::string same = "<script type=\"text/plain\" id=\"block-a-0\">" +
                           report::html::packed("the same again, the same again") + "</script>";
  CHECK(html_block(same, "a-0") == "the same again, the same again");
}

TEST_CASE("report: an HTML report is well formed, whatever the data hold") {
  for (const auto& audit : {sample_audit(), waived_audit(), hostile_audit(), clean_audit()}) {
    for (const bool background : {true, false}) {
      const std::string html = page(audit, background);
      CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
      const Elements elements(html);
      CHECK(elements.count("h1") == 1);
      CHECK(elements.count("main") == 1);
      CHECK(elements.count("style") == 1);
      CHECK(elements.count("b") == 0);
      CHECK(std::all_of(html.begin(), html.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n'; }));
    }
  }
}

TEST_CASE("report: links in an HTML report lead somewhere") {
  const Elements elements(page(sample_audit()));
  for (const std::string& target : elements.targets()) {
    if (!target.starts_with("#")) continue;
    const std::string id = target.substr(1);
    INFO(target);
    CHECK(elements.ids().contains(id));
  }
}

TEST_CASE("report: an HTML report holds all findings and what they are told against") {
  const findings::Audit audit = sample_audit();
  const std::string html = page(audit);
  const nlohmann::json index = block(html, "index-0");
  CHECK(index["asOf"] == audit.as_of.days);
  CHECK(index["rules"].size() == audit.rules.size());
  REQUIRE(index["findings"]["key"].size() == audit.findings.size());
  CHECK(index["findings"]["key"][0] == "X12");
  CHECK(index["parties"][2] == nlohmann::json::parse(R"([2,"T1"])"));
  CHECK(block(html, "messages-0")[0] ==
        "the section 47 enquiry X12 was done by W3, who was not registered on 4 May 2026");
  CHECK(block(html, "details-0")[0][0][0] ==
        nlohmann::json::parse(R"(["x.task","s47_enquiry","activities","X12"])"));
  const nlohmann::json track = block(html, "tracks-0")[0];
  CHECK(track[1][0] == "</script><b>&");
  CHECK(track[2][0] == nlohmann::json::parse(R"([0,"A1",20458,20512,["lead","W3"]])"));
  CHECK(track[2][1] == nlohmann::json::parse(R"([0,"A2",20513,null,["lead",""]])"));
  CHECK(track[2][3] == nlohmann::json::parse(R"([1,"V1",20487,20487,["home"]])"));
}

TEST_CASE("report: an HTML report lists what is asked for and counts all") {
  report::Options options;
  options.selection.verdicts = {rules::Verdict::kDue};
  std::ostringstream out;
  report::write_html(sample_audit(), options, out);
  const nlohmann::json index = block(out.str(), "index-0");
  CHECK(index["findings"]["key"] == nlohmann::json::parse(R"(["S9 + C109"])"));
  CHECK(out.str().find("13,584 subjects") != std::string::npos);
}

TEST_CASE("report: an HTML report forbids the network and all scripts but its own") {
  const std::string html = page(sample_audit());
  CHECK(html.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(report::html::kScriptHash.size() == 64);
  CHECK(report::html::kStyleHash.size() == 64);
  CHECK(report::html::kScript.find("</script") == std::string::npos);
  CHECK(report::html::kStyle.find("</style") == std::string::npos);
  CHECK(report::html::kStyle.find("url(") == std::string::npos);
}

TEST_CASE("report: the same audit gives the same HTML report") {
  CHECK(page(sample_audit()) == page(sample_audit()));
}

}  // namespace remit::test

#include <fmt/format.h>

#include <sstream>

#include "report/format.h"
#include "report/sample_audit.h"
#include "report/unzip.h"
#include "support/catch.h"

namespace remit::report {
namespace {

std::string workbook(const findings::Audit& audit) {
  std::ostringstream out;
  Options options;
  options.selection.verdicts.push_back(rules::Verdict::kWaived);
  write_xlsx(audit, options, out);
  REQUIRE(out);
  return out.str();
}

std::string sheet(const std::map<std::string, std::string>& files, int number) {
  return files.at(fmt::format("xl/worksheets/sheet{}.xml", number));
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

bool has(const std::string& text, const std::string& part) { return count(text, part) > 0; }

}  // namespace

TEST_CASE("report: a workbook has a sheet for each part") {
  const auto files = test::unzip(workbook(test::waived_audit()));
  const std::string& book = files.at("xl/workbook.xml");
  for (const char* name :
       {"Summary", "Findings", "Rules", "To complete", "Data findings", "Waivers"}) {
    CHECK(has(book, fmt::format("<sheet name=\"{}\"", name)));
  }
  const std::string findings = sheet(files, 2);
  CHECK(count(findings, "<row ") == 1 + 7);
  CHECK(has(findings, "<autoFilter ref=\"A1:V8\""));
  CHECK(has(findings, "state=\"frozen\""));
  CHECK(has(findings, "Head of Service, &lt;Children &amp; Families&gt;"));
  // 2026-05-04 as a day, not as a text.
  CHECK(has(findings, "<v>46146</v>"));
  CHECK(count(sheet(files, 3), "<row ") == 1 + 4);
  const std::string needs = sheet(files, 4);
  CHECK(has(needs, "worker_id"));
  CHECK(count(needs, "<row ") == 1 + 2);
  CHECK(count(sheet(files, 5), "<row ") == 1 + 6);
  CHECK(count(sheet(files, 6), "<row ") == 1 + 2);
}

TEST_CASE("report: a workbook is the same for the same audit") {
  CHECK(workbook(test::sample_audit()) == workbook(test::sample_audit()));
}

TEST_CASE("report: nothing in a workbook is a formula, or breaks it") {
  findings::Audit audit = test::hostile_audit();
  audit.findings[0].outcome.message = "=HYPERLINK(\"http://x\")]]><b>\x01";
  audit.findings[0].outcome.subject.key = "-1+1";
  const auto files = test::unzip(workbook(audit));
  const std::string findings = sheet(files, 2);
  CHECK(has(findings, ">'=HYPERLINK("));
  CHECK(has(findings, ">'-1+1<"));
  CHECK(has(findings, "]]&gt;&lt;b&gt;\xef\xbf\xbd<"));
  for (const auto& [name, text] : files) {
    INFO(name);
    CHECK_FALSE(has(text, "<f>"));
    CHECK(text.find_first_of(std::string("\x00\x01\x07\x1b", 4)) == std::string::npos);
  }
}

TEST_CASE("report: a stream that takes nothing fails") {
  std::ostringstream out;
  out.setstate(std::ios::failbit);
  write_xlsx(test::sample_audit(), {}, out);
  CHECK_FALSE(out);
}

}  // namespace remit::report

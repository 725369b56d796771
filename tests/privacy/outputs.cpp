#include "outputs.h"

#include <sstream>

#include "../report/html_text.h"
#include "../report/unzip.h"
#include "findings/verdict.h"
#include "report/explanation.h"
#include "report/format.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit::test {
namespace {

report::Options everything(const findings::Background* background = nullptr) {
  report::Options options;
  options.selection.verdicts.assign(findings::kAllVerdicts.begin(), findings::kAllVerdicts.end());
  options.version = "0.0.0";
  options.background = background;
  return options;
}

template <typename Write>
std::string written(const Write& write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

void add_archive(const std::string& name, const std::string& archive,
                 std::map<std::string, std::string>& outputs) {
  for (auto& [file, content] : unzip(archive)) outputs[name + "/" + file] = std::move(content);
}

}  // namespace

std::map<std::string, std::string> outputs_of(const Request& request) {
  text::Diagnostics diagnostics;
  Request all = request;
  all.verdicts.assign(findings::kAllVerdicts.begin(), findings::kAllVerdicts.end());
  all.places = true;
  all.background = true;
  const AuditResult result = audit(all, diagnostics);
  std::map<std::string, std::string> outputs;
  outputs["said"] = text::render(diagnostics);
  INFO(outputs["said"]);
  REQUIRE(result.audit);
  for (const report::Format& format : report::formats()) {
    const std::string name(format.name);
    const report::Options options = everything(result.background.get());
    const std::string text =
        written([&](std::ostream& out) { format.write(*result.audit, options, out); });
    if (text.starts_with("PK")) {
      add_archive(name, text, outputs);
    } else if (name == "html") {
      outputs[name] = html_text(text);
    } else {
      outputs[name] = text;
    }
  }
  outputs["counts"] =
      written([&](std::ostream& out) { report::write_counts(*result.audit, everything(), out); });
  outputs["summary"] =
      written([&](std::ostream& out) { report::write_summary_json(*result.audit, out); });
  return outputs;
}

std::map<std::string, std::string> explanations_of(const Request& request) {
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  REQUIRE(result.audit);
  std::map<std::string, std::string> outputs;
  for (const findings::Finding& finding : result.audit->findings) {
    const std::string rule = findings::rule_of(*result.audit, finding).id;
    const std::string& key = finding.outcome.subject.key;
    std::string& text = outputs[rule + " " + key];
    if (!text.empty()) continue;
    const ExplainResult explained = explain(request, rule, key, diagnostics);
    text = written([&](std::ostream& out) {
      report::write_explanations(explained.explanations, everything(), out);
      report::write_explanations_json(explained.explanations, out);
    });
  }
  outputs["said"] = text::render(diagnostics);
  return outputs;
}

}  // namespace remit::test

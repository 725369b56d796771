#include "rules/sources.h"

#include <fmt/format.h>
#include <algorithm>

#include "model/read_values.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

// In the order of Strength.
const std::vector<std::string> kStrengths{"law", "statutory-guidance", "advice", "local-policy",
                                          "article"};

/// A link that readers of reports click on: an address of a page, and nothing that a browser runs.
std::string read_url(yaml::Mapping& keys, text::Diagnostics& diagnostics) {
  std::string url = keys.text("url").value_or("");
  const bool page = url.starts_with("https://") || url.starts_with("http://");
  const bool broken = std::any_of(url.begin(), url.end(), [](unsigned char c) { return c <= ' '; });
  if (!url.empty() && (!page || broken)) {
    diagnostics.error("bad-url", keys.optional("url")->where,
                      fmt::format("`{}` is no address of a page", url),
                      "write the whole address, without spaces, as in `https://example.org/page`");
  }
  return url;
}

Source read_source(const yaml::Entry& entry, text::Diagnostics& diagnostics) {
  yaml::Mapping keys(entry.value, fmt::format("the source `{}`", entry.key), diagnostics);
  Source source;
  source.id = entry.key;
  source.title = keys.required_text("title").value_or("");
  source.publisher = keys.text("publisher").value_or("");
  source.published = model::read_date(keys, "published", diagnostics);
  keys.required("strength");
  if (const auto strength = keys.word("strength", kStrengths)) {
    source.strength = static_cast<Strength>(*strength);
  }
  source.url = read_url(keys, diagnostics);
  source.where = entry.key_where;
  keys.finish();
  return source;
}

bool same(const Source& left, const Source& right) {
  return left.title == right.title && left.publisher == right.publisher &&
         left.published == right.published && left.strength == right.strength &&
         left.url == right.url;
}

void read_citation(const yaml::Node& node, const std::vector<std::string>& known,
                   std::vector<Citation>& citations, text::Diagnostics& diagnostics) {
  if (node.kind == yaml::NodeKind::kScalar) {
    diagnostics.error(
        "expected-source", node.where,
        fmt::format("`{}` does not say where in the source the rule stands", node.scalar),
        fmt::format("write `source: [{{id: {}, at: paragraph 3}}]`", node.scalar));
    return;
  }
  yaml::Mapping keys(node, "an entry of `source`", diagnostics);
  const auto id = keys.required_text("id");
  const auto at = keys.text("at");
  keys.finish();
  if (!id) return;
  if (std::find(known.begin(), known.end(), *id) == known.end()) {
    const std::string help = text::did_you_mean(*id, known);
    diagnostics.error("unknown-source", node.find("id")->where,
                      fmt::format("no source is called `{}`", *id),
                      help.empty() ? "declare it under `sources`" : help);
    return;
  }
  citations.push_back({*id, at.value_or("")});
}

}  // namespace

std::vector<Source> read_sources(yaml::Mapping& ruleset, text::Diagnostics& diagnostics) {
  std::vector<Source> sources;
  const yaml::Node* node = ruleset.optional("sources");
  if (!node) return sources;
  if (node->kind != yaml::NodeKind::kMapping) {
    diagnostics.error("expected-mapping", node->where, "`sources` is not a mapping of sources",
                      "write each as `id: {title: ..., strength: ...}`");
    return sources;
  }
  for (const yaml::Entry& entry : node->entries) {
    sources.push_back(read_source(entry, diagnostics));
  }
  return sources;
}

void add_sources(const std::vector<Source>& added, std::vector<Source>& all,
                 text::Diagnostics& diagnostics) {
  for (const Source& source : added) {
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const Source& other) { return other.id == source.id; });
    if (known == all.end()) {
      all.push_back(source);
    } else if (!same(*known, source)) {
      diagnostics
          .error("source-differs", source.where,
                 fmt::format("the source `{}` is described in two ways", source.id),
                 "a finding names its source by the id alone: use the same words in both files, or "
                 "another id")
          .notes.push_back({"it is described differently here", known->where});
    }
  }
}

std::vector<Citation> read_citations(yaml::Mapping& rule, const std::vector<std::string>& known,
                                     text::Diagnostics& diagnostics) {
  std::vector<Citation> citations;
  const yaml::Node* node = rule.optional("source");
  if (!node) return citations;
  if (node->kind != yaml::NodeKind::kSequence) {
    read_citation(*node, known, citations, diagnostics);
    return citations;
  }
  for (const yaml::Node& item : node->items) read_citation(item, known, citations, diagnostics);
  return citations;
}

}  // namespace remit::rules

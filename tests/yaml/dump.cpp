#include "dump.h"

#include <fmt/format.h>

namespace remit::test {
namespace {

using yaml::Node;
using yaml::NodeKind;

// Line breaks and the like as escapes, so that a value stays on its line.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : std::string(1, c);
  }
  return result;
}

class Dumper {
 public:
  explicit Dumper(bool places) : places_(places) {}

  std::string run(const Node& node) {
    add(node, "");
    return text_;
  }

 private:
  std::string at(const text::Location& where) const {
    if (!places_) return "";
    const text::Place place = where.file->place(where.span.begin);
    return fmt::format("  {}:{} «{}»", place.line, place.column,
                       escaped(where.file->slice(where.span)));
  }

  void line(const std::string& what, const text::Location& where) {
    text_ += what + at(where) + "\n";
  }

  void add(const Node& node, const std::string& indent) {
    switch (node.kind) {
      case NodeKind::kNull:
        line(indent + "null", node.where);
        break;
      case NodeKind::kScalar:
        line(fmt::format("{}{} {}", indent, node.quoted ? "text" : "word", escaped(node.scalar)),
             node.where);
        break;
      case NodeKind::kSequence:
        line(indent + "list", node.where);
        for (const Node& item : node.items) add(item, indent + "  ");
        break;
      case NodeKind::kMapping:
        line(indent + "mapping", node.where);
        for (const yaml::Entry& entry : node.entries) {
          line(fmt::format("{}  key {}", indent, escaped(entry.key)), entry.key_where);
          add(entry.value, indent + "    ");
        }
        break;
    }
  }

  bool places_;
  std::string text_;
};

}  // namespace

std::string dump(const Node& node) { return Dumper(true).run(node); }

std::string dump_shape(const Node& node) { return Dumper(false).run(node); }

}  // namespace remit::test

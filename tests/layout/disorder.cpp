#include "disorder.h"

#include <algorithm>

#include "layout/expression.h"
#include "layout/roles.h"
#include "layout/token.h"

namespace remit::test {
namespace {

using yaml::Node;
using yaml::NodeKind;

class Disorder {
 public:
  Disorder(const Node& document, std::mt19937& random)
      : document_(document), roles_(document), random_(random) {}

  Disordered run() {
    block(document_, 0, false);
    out_.text += "\n";
    out_.text.append(below(3), '\n');
    return std::move(out_);
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_()) % n; }
  bool sometimes(std::size_t n) { return below(n) == 0; }
  void put(std::string_view text) { out_.text += text; }
  void blanks(std::size_t most) { out_.text.append(1 + below(most), ' '); }

  std::string comment() {
    out_.comments.push_back("# " + std::to_string(out_.comments.size()) + ": \"'{[&-");
    return out_.comments.back();
  }

  void line_end() {
    if (sometimes(10)) {
      blanks(3);
      put(comment());
    }
    if (sometimes(8)) blanks(2);
  }

  void new_line(std::size_t indent) {
    put("\n");
    while (sometimes(8)) put("\n");
    while (sometimes(12)) {
      out_.text.append(below(indent + 1), ' ');
      put(comment() + "\n");
    }
    out_.text.append(indent, ' ');
  }

  std::string_view slice(const text::Location& where) { return where.file->slice(where.span); }

  void block(const Node& node, std::size_t indent, bool begun) {
    const std::size_t deeper = indent + 1 + below(5);
    for (const yaml::Entry& entry : node.entries) {
      if (!begun && &entry != &document_.entries.front()) new_line(indent);
      begun = false;
      put(slice(entry.key_where));
      if (sometimes(5)) put(" ");
      put(":");
      const bool list = entry.value.kind == NodeKind::kSequence;
      value(entry.value, indent, list && sometimes(2) ? indent : deeper, false);
    }
    for (const Node& item : node.items) {
      if (!begun) new_line(indent);
      begun = false;
      put("-");
      value(item, indent, deeper, true);
    }
  }

  void value(const Node& node, std::size_t indent, std::size_t deeper, bool behind_dash) {
    if (node.kind == NodeKind::kNull && !layout::is_written(node)) return line_end();
    if (!layout::is_block_collection(node)) {
      blanks(3);
      if (sometimes(10)) new_line(deeper > indent ? deeper : indent + 2);
      return written(node, indent);
    }
    if (behind_dash && !sometimes(4)) {
      const std::size_t gap = 1 + below(4);
      out_.text.append(gap, ' ');
      return block(node, indent + 1 + gap, true);
    }
    line_end();
    new_line(deeper);
    block(node, deeper, true);
  }

  void written(const Node& node, std::size_t indent) {
    if (layout::is_block_scalar(node)) return block_scalar(node, indent);
    if (node.kind == NodeKind::kScalar) {
      scalar(node, false, indent);
    } else {
      flow(node, indent);
    }
    line_end();
  }

  void flow_gap(std::size_t indent) {
    if (sometimes(15)) {
      put(" " + comment());
      new_line(indent + 1 + below(6));
    } else if (sometimes(10)) {
      new_line(indent + 1 + below(6));
    } else {
      out_.text.append(below(3), ' ');
    }
  }

  void flow(const Node& node, std::size_t indent) {
    const bool list = node.kind == NodeKind::kSequence;
    put(list ? "[" : "{");
    std::size_t left = node.items.size() + node.entries.size();
    const auto comma = [&] {
      flow_gap(indent);
      if (--left > 0) put(",");
      flow_gap(indent);
    };
    flow_gap(indent);
    for (const Node& item : node.items) {
      flow_value(item, indent);
      comma();
    }
    for (const yaml::Entry& entry : node.entries) {
      put(slice(entry.key_where));
      put(":");
      blanks(2);
      flow_value(entry.value, indent);
      comma();
    }
    put(list ? "]" : "}");
  }

  void flow_value(const Node& node, std::size_t indent) {
    if (!layout::is_written(node)) return;
    if (node.kind == NodeKind::kScalar) return scalar(node, true, indent);
    if (node.kind == NodeKind::kNull) return put(slice(node.where));
    flow(node, indent);
  }

  /// The words of an expression, where that is what it is, with white space of any kind.
  bool expression(const Node& node, bool breaks, std::size_t indent) {
    if (roles_.of(node) != layout::Role::kExpression) return false;
    const auto words = layout::read_expression(yaml::excerpt(node));
    if (!words) return false;
    for (const layout::Word& word : *words) {
      if (&word != &words->front() && breaks && sometimes(12)) {
        if (sometimes(3)) blanks(2);
        put("\n");
        out_.text.append(indent + 1 + below(6), ' ');
      } else if (&word != &words->front() && word.spaced) {
        blanks(3);
      }
      put(word.text);
    }
    return true;
  }

  void scalar(const Node& node, bool in_flow, std::size_t indent) {
    const std::string_view raw = slice(node.where);
    const bool quoted = raw.front() == '"' || raw.front() == '\'';
    if (!quoted && expression(node, !in_flow && sometimes(3), indent)) return;
    put(raw);
  }

  void block_scalar(const Node& node, std::size_t indent) {
    const auto header = layout::block_header(*node.where.file, node.where.span.begin);
    put(header.signs);
    if (sometimes(6)) {
      put(" ");
      put(comment());
    }
    const std::size_t inside = indent + 1 + below(6);
    out_.text += "\n" + std::string(inside, ' ');
    if (expression(node, true, inside)) return;
    const std::string_view written =
        node.where.file->slice({static_cast<std::uint32_t>(header.body), node.where.span.end});
    const std::size_t own = written.find_first_not_of(' ');
    for (std::size_t at = own; at < written.size();) {
      const std::size_t end = std::min(written.size(), written.find('\n', at));
      put(written.substr(at, end - at));
      at = std::min(written.size(), end + 1);
      if (at == written.size()) break;
      out_.text += "\n" + std::string(inside, ' ');
      at += std::min(own, std::min(written.size(), written.find_first_not_of(' ', at)) - at);
    }
  }

  const Node& document_;
  layout::Roles roles_;
  std::mt19937& random_;
  Disordered out_;
};

}  // namespace

Disordered disorder(const Node& document, std::mt19937& random) {
  return Disorder(document, random).run();
}

}  // namespace remit::test

#include "yaml/builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "yaml/decode.h"

namespace remit::yaml {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostNodes = 1'000'000;

std::string_view null_word_at(std::string_view text) {
  for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
    const bool ends = text.size() <= word.size() || is_space(text[word.size()]) ||
                      std::string_view(",:]}").find(text[word.size()]) != std::string_view::npos;
    if (ends && text.starts_with(word)) return word;
  }
  return {};
}

// Offset of the first byte from `at` that is neither white space nor in a comment.
std::size_t skip_space(std::string_view file, std::size_t at) {
  while (at < file.size()) {
    const bool comment = file[at] == '#' && (at == 0 || is_space(file[at - 1]));
    if (comment) {
      at = std::min(file.size(), file.find('\n', at));
    } else if (is_space(file[at])) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// Whether the word that ends at `at` is followed by the colon of a key.
bool is_key_end(std::string_view file, std::size_t at) {
  while (at < file.size() && is_blank(file[at])) ++at;
  if (at >= file.size() || file[at] != ':') return false;
  return at + 1 >= file.size() || is_space(file[at + 1]) || file[at + 1] == ',' ||
         file[at + 1] == '}' || file[at + 1] == ']';
}

}  // namespace

Builder::Builder(text::SourcePtr file, std::size_t shift, text::Diagnostics& diagnostics)
    : file_(std::move(file)), shift_(shift), diagnostics_(diagnostics), last_end_(shift) {}

bool Builder::wants_key() const {
  return !stack_.empty() && stack_.back().node.kind == NodeKind::kMapping && !stack_.back().entry;
}

std::size_t Builder::position(const YAML::Mark& mark) const {
  if (mark.is_null() || mark.pos < 0) return last_end_;
  return std::min(file_->content().size(), static_cast<std::size_t>(mark.pos) + shift_);
}

text::Location Builder::at(std::size_t begin, std::size_t end) const {
  return {file_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

char Builder::byte(std::size_t offset) const {
  return offset < file_->content().size() ? file_->content()[offset] : '\0';
}

void Builder::stop(std::string_view code, const text::Location& where, std::string message,
                   std::string help) {
  diagnostics_.error(code, where, std::move(message), std::move(help));
  throw Stop{};
}

void Builder::OnDocumentStart(const YAML::Mark& mark) {
  if (!root_) return;
  const std::size_t begin = position(mark);
  stop(
      "second-document", at(begin, begin), "text after the end of the document",
      "a file holds one document; text further out than the first line ends it, and so does `---`");
}

// Anchors, tags and aliases stand where the value should start.
void Builder::refuse_properties(std::size_t begin) {
  const char first = byte(begin);
  if (first != '&' && first != '*' && first != '!') return;
  std::size_t end = begin;
  while (end < file_->content().size() && !is_space(byte(end)) && byte(end) != ',') ++end;
  const std::string_view what = first == '&' ? "an anchor" : first == '*' ? "an alias" : "a tag";
  stop("yaml-feature", at(begin, end),
       fmt::format("`{}` is {}, which is not read here", file_->slice(at(begin, end).span), what),
       first == '!'
           ? "leave the tag out, or quote a text that starts with `!`"
           : fmt::format("write the value out, or quote a text that starts with `{}`", first));
}

void Builder::count_node(std::size_t begin) {
  if (++nodes_ > kMostNodes) {
    stop("too-large", at(begin, begin), fmt::format("more than {} values in one file", kMostNodes),
         "split the file");
  }
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t begin = position(mark);
  count_node(begin);
  if (anchor != 0) refuse_properties(begin);
  Node node;
  const std::string_view word = null_word_at(std::string_view(file_->content()).substr(begin));
  const bool next_key = !word.empty() && !wants_key() && !stack_.empty() &&
                        stack_.back().node.kind == NodeKind::kMapping &&
                        is_key_end(file_->content(), begin + word.size());
  if (!word.empty() && !next_key) {
    node.where = at(begin, begin + word.size());
    last_end_ = begin + word.size();
  } else if (!stack_.empty() && stack_.back().entry) {
    node.where = stack_.back().entry->key_where;
  } else {
    const std::size_t place = empty_value_place();
    node.where = at(place, std::min(place + 1, file_->content().size()));
    last_end_ = std::max(last_end_, place + 1);
    if (byte(place) == ',') {
      stop("yaml-syntax", node.where, "nothing stands before this comma", "remove the comma");
    }
  }
  add(std::move(node));
}

// The dash, comma or bracket that an item without a value has.
std::size_t Builder::empty_value_place() const {
  std::size_t place = skip_space(file_->content(), last_end_);
  const bool later_item = !stack_.empty() && !stack_.back().node.items.empty() &&
                          byte(stack_.back().node.where.span.begin) == '[';
  if (later_item && byte(place) == ',') place = skip_space(file_->content(), place + 1);
  return std::min(place, file_->content().size());
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  refuse_properties(position(mark));
  stop("yaml-feature", at(position(mark), position(mark)), "an alias is not read here",
       "write the value out");
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       const std::string& value) {
  const std::size_t begin = position(mark);
  count_node(begin);
  refuse_properties(begin);
  const Decoded decoded = decode(file_->content(), begin, value);
  if (!decoded.terminated) {
    stop("yaml-syntax", at(begin, begin + 1), "this quote is never closed",
         "add the closing quote, or quote the text the other way if it holds such a sign");
  }
  Node node;
  node.kind = NodeKind::kScalar;
  node.scalar = value;
  node.quoted = tag == "!";
  node.where = at(begin, std::max(begin, decoded.end));
  last_end_ = std::max(begin, decoded.end);
  add(std::move(node));
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                              YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) {
  open(mark, NodeKind::kSequence);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/,
                         YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) {
  open(mark, NodeKind::kMapping);
}

void Builder::open(const YAML::Mark& mark, NodeKind kind) {
  const std::size_t begin = position(mark);
  count_node(begin);
  refuse_properties(begin);
  if (wants_key()) {
    stop("yaml-syntax", at(begin, begin + 1), "a key must be a word, not a list or a mapping",
         "quote the key if it starts with a bracket or a brace");
  }
  if (stack_.size() >= kDeepest) {
    stop("too-deep", at(begin, begin + 1), fmt::format("more than {} levels of nesting", kDeepest),
         "flatten the file");
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.where = at(begin, begin);
  last_end_ = byte(begin) == '[' || byte(begin) == '{' ? begin + 1 : begin;
  stack_.push_back(std::move(frame));
}

// Where a collection ends: behind its bracket, or where its last value does.
std::size_t Builder::closing_end(const Node& node) const {
  const char opening = byte(node.where.span.begin);
  const bool flow = opening == (node.kind == NodeKind::kSequence ? '[' : '{');
  if (!flow) return std::max<std::size_t>(last_end_, node.where.span.begin);
  std::size_t end = skip_space(file_->content(), last_end_);
  while (byte(end) == ',' || byte(end) == ':' || byte(end) == '?') {
    end = skip_space(file_->content(), end + 1);
  }
  return std::min(end + 1, file_->content().size());
}

void Builder::close() {
  Frame frame = std::move(stack_.back());
  stack_.pop_back();
  const std::size_t end = closing_end(frame.node);
  frame.node.where.span.end = static_cast<std::uint32_t>(end);
  last_end_ = end;
  add(std::move(frame.node));
}

void Builder::add(Node node) {
  if (wants_key()) {
    add_key(node);
  } else {
    add_value(std::move(node));
  }
}

void Builder::add_key(const Node& node) {
  if (node.kind == NodeKind::kNull) {
    stop("yaml-syntax", node.where, "a key is missing or `null`", "write the key before the colon");
  }
  if (node.scalar == "<<" && !node.quoted) {
    stop("yaml-feature", node.where, "`<<` merges mappings, which is not read here",
         "write the keys out");
  }
  if (node.scalar.starts_with("\xC2\xA0")) {
    stop("yaml-syntax", node.where, "a no-break blank (U+00A0) stands before this key",
         "write ordinary blanks in its place");
  }
  Frame& frame = stack_.back();
  const auto [known, fresh] = frame.known.emplace(node.scalar, frame.node.entries.size());
  if (!fresh) {
    diagnostics_
        .error("duplicate-key", node.where,
               fmt::format("the key `{}` stands here a second time", node.scalar),
               "keep one of the two")
        .notes.push_back({"the first one", frame.node.entries[known->second].key_where});
  }
  frame.entry = Entry{node.scalar, node.where, {}};
}

void Builder::add_value(Node node) {
  if (stack_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = stack_.back();
  if (frame.node.kind == NodeKind::kSequence) {
    frame.node.items.push_back(std::move(node));
    return;
  }
  frame.entry->value = std::move(node);
  frame.node.entries.push_back(std::move(*frame.entry));
  frame.entry.reset();
}

}  // namespace remit::yaml

#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "yaml/node.h"

namespace remit::yaml {

/// Thrown by the builder after it has reported an error that reading cannot go on from.
struct Stop : std::exception {};

/// Builds located nodes from the events of yaml-cpp and refuses what remit's files may not have.
class Builder : public YAML::EventHandler {
 public:
  /// `shift` is added to the marks of yaml-cpp: the bytes that it was not given.
  Builder(text::SourcePtr file, std::size_t shift, text::Diagnostics& diagnostics);

  std::optional<Node> take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Node node;
    std::optional<Entry> entry;                          // its key is read, its value is not
    std::unordered_map<std::string, std::size_t> known;  // keys, by their place in `entries`
  };

  bool wants_key() const;
  std::size_t position(const YAML::Mark& mark) const;
  text::Location at(std::size_t begin, std::size_t end) const;
  char byte(std::size_t offset) const;

  [[noreturn]] void stop(std::string_view code, const text::Location& where, std::string message,
                         std::string help);
  void refuse_properties(std::size_t begin);
  void count_node(std::size_t begin);
  void open(const YAML::Mark& mark, NodeKind kind);
  void close();
  void add_key(const Node& node);
  void add_value(Node node);
  void add(Node node);
  std::size_t closing_end(const Node& node) const;
  std::size_t empty_value_place() const;

  text::SourcePtr file_;
  std::size_t shift_;
  text::Diagnostics& diagnostics_;
  std::vector<Frame> stack_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  std::size_t last_end_ = 0;  // behind the last token that was understood
};

}  // namespace remit::yaml

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.h"
#include "yaml/builder.h"
#include "yaml/node.h"
#include "yaml/syntax_fault.h"

namespace remit::yaml {
namespace {

constexpr std::size_t kLargestFile = std::size_t{16} * 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

text::Location place(const text::SourcePtr& file, std::size_t begin, std::size_t length) {
  return {file, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)}};
}

// Bytes that YAML does not allow; one of them ends the file silently for the library.
std::optional<std::size_t> find_control(std::string_view content) {
  const auto found = std::find_if(content.begin(), content.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
  if (found == content.end()) return std::nullopt;
  return static_cast<std::size_t>(found - content.begin());
}

bool check_bytes(const text::SourcePtr& file, text::Diagnostics& diagnostics) {
  const std::string& content = file->content();
  if (content.size() > kLargestFile) {
    diagnostics.error("too-large", place(file, 0, 0), "the file is larger than 16 MB",
                      "split the file");
    return false;
  }
  if (const auto bad = text::find_invalid_utf8(content)) {
    diagnostics.error("not-utf-8", place(file, *bad, 1), "this byte is not valid UTF-8",
                      "save the file as UTF-8");
    return false;
  }
  if (const auto bad = find_control(content)) {
    diagnostics.error("control-character", place(file, *bad, 1),
                      fmt::format("a control character (code {})", static_cast<int>(content[*bad])),
                      "remove it, or write it as an escape in double quotes");
    return false;
  }
  return true;
}

std::string help_for(const std::string& problem) {
  if (problem.find("illegal map value") != std::string::npos) {
    return "quote a text that holds `: `, and indent keys of one mapping alike";
  }
  if (problem.find("end of map") != std::string::npos) {
    return "indent keys of one mapping alike, and close every brace";
  }
  if (problem.find("end of sequence") != std::string::npos) {
    return "start items of one list with a dash in the same column, and close every bracket";
  }
  if (problem.find("escape") != std::string::npos) {
    return "write a backslash as `\\\\`, or the text in single quotes";
  }
  if (problem.find("anchor") != std::string::npos) {
    return "write the value out, or quote a text that starts with `*`";
  }
  return "check the indentation, brackets and quotes here and on the line before";
}

void report(const YAML::Exception& exception, const text::SourcePtr& file, std::size_t shift,
            text::Diagnostics& diagnostics) {
  const std::size_t size = file->content().size();
  const bool placed = !exception.mark.is_null() && exception.mark.pos >= 0;
  const std::size_t begin =
      placed ? std::min(size, static_cast<std::size_t>(exception.mark.pos) + shift) : size;
  if (auto fault = find_syntax_fault(*file, begin)) {
    diagnostics.error("yaml-syntax", {file, fault->span}, fault->message, fault->help);
    return;
  }
  diagnostics.error("yaml-syntax", place(file, begin, 0),
                    fmt::format("this is not valid YAML: {}", exception.msg),
                    help_for(exception.msg));
}

// Asking for a second document finds what stands behind the first one. (Asking for all documents
// at once does not end on some broken files.)
bool read_documents(std::istream& stream, Builder& builder) {
  YAML::Parser parser(stream);
  if (!parser.HandleNextDocument(builder)) return false;
  parser.HandleNextDocument(builder);
  return true;
}

}  // namespace

std::optional<Node> parse(text::SourcePtr source, text::Diagnostics& diagnostics) {
  const text::SourcePtr file = std::move(source);
  if (!check_bytes(file, diagnostics)) return std::nullopt;
  const std::string& content = file->content();
  const std::size_t shift = content.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::size_t errors = diagnostics.errors();
  Builder builder(file, shift, diagnostics);
  try {
    std::istringstream stream(content.substr(shift));
    const bool found = read_documents(stream, builder);
    std::optional<Node> root = builder.take();
    if (found && root && root->kind != NodeKind::kNull) {
      if (diagnostics.errors() == errors) return root;
    } else {
      diagnostics.error("empty-file", place(file, 0, 0), "there is nothing in this file",
                        "check that it is the file you mean");
    }
  } catch (const Stop&) {
    return std::nullopt;  // the builder has said why
  } catch (const YAML::Exception& exception) {
    report(exception, file, shift, diagnostics);
  }
  return std::nullopt;
}

}  // namespace remit::yaml

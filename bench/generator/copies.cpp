#include "bench/generator/copies.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace bench {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = line.find(',', begin);
    cells.push_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return cells;
    begin = end + 1;
  }
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file.good() && !file.eof()) {
    std::fprintf(stderr, "error: cannot read %s\n", path.c_str());
    std::exit(1);
  }
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

void append_row(std::string& out, std::string_view line, const std::vector<bool>& keys,
                std::string_view suffix) {
  const std::vector<std::string_view> cells = cells_of(line);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out.push_back(',');
    out.append(cells[i]);
    if (i < keys.size() && keys[i] && !cells[i].empty()) out.append(suffix);
  }
  out.push_back('\n');
}

std::string copied(std::string_view text, int copies) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty()) return {};
  std::vector<bool> keys;
  for (const std::string_view name : cells_of(lines.front())) keys.push_back(name.ends_with("_id"));
  std::string out(lines.front());
  out.push_back('\n');
  for (int copy = 1; copy <= copies; ++copy) {
    const std::string suffix = copy == 1 ? "" : "-" + std::to_string(copy);
    for (std::size_t row = 1; row < lines.size(); ++row) append_row(out, lines[row], keys, suffix);
  }
  return out;
}

}  // namespace

void write_copies(const std::filesystem::path& from, const std::filesystem::path& to, int copies) {
  for (const auto& entry : std::filesystem::directory_iterator(from)) {
    if (entry.path().extension() != ".csv") continue;
    const std::filesystem::path target = to / entry.path().filename();
    std::ofstream file(target, std::ios::binary);
    file << copied(read(entry.path()), copies);
    file.close();
    if (file.fail()) {
      std::fprintf(stderr, "error: cannot write %s\n", target.c_str());
      std::exit(1);
    }
  }
}

}  // namespace bench

#include "generator/export.h"

#include <fstream>
#include <iostream>

namespace example {
namespace {

std::string planted_text(const std::vector<Planted>& planted) {
  std::string text = "rule,verdict,subject,from,to,what\n";
  for (const Planted& entry : planted) {
    text += entry.rule + ',' + entry.verdict + ',' + entry.subject + ',' + entry.from + ',' +
            entry.to + ',' + entry.what + '\n';
  }
  return text;
}

bool write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file.fail()) std::cerr << "cannot write " << path << '\n';
  return !file.fail();
}

}  // namespace

bool write_export(const County& county, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "data");
  bool written = write(folder / "planted.csv", planted_text(county.planted));
  for (const auto& [pack, planted] : county.planted_by_pack) {
    written = write(folder / ("planted-" + pack + ".csv"), planted_text(planted)) && written;
  }
  for (const Table* table : county.tables()) {
    if (table->size() == 0) continue;
    written = write(folder / "data" / (table->name() + ".csv"), table->text()) && written;
  }
  return written;
}

}  // namespace example

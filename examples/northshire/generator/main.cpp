// Writes the export of Northshire, an invented county, and the list of what is wrong in it.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "generator/completing.h"
#include "generator/planted.h"

namespace {

constexpr std::uint64_t kSeed = 20230301;

void plant_everything(northshire::County& county, const northshire::Workforce& workforce) {
  northshire::plant_in_reserved_tasks(county, workforce);
  northshire::plant_in_adoption_reports(county, workforce);
  northshire::plant_in_registration(county, workforce);
  northshire::plant_in_suspension(county, workforce);
  northshire::plant_in_reviewing(county, workforce);
  northshire::plant_in_newly_qualified(county, workforce);
  northshire::plant_in_supervision(county, workforce);
  northshire::plant_in_placement_visits(county, workforce);
  northshire::plant_in_reviews(county, workforce);
  northshire::plant_in_adoption_visits(county, workforce);
  northshire::plant_in_other_visits(county, workforce);
  northshire::plant_in_protection_leads(county, workforce);
  northshire::plant_in_need_leads(county, workforce);
}

void plant_in_completed_cases(northshire::County& county, const northshire::Workforce& workforce) {
  northshire::plant_in_meetings(county, workforce);
  northshire::plant_in_fostering(county, workforce);
  northshire::plant_in_allocations(county, workforce);
}

std::string planted_text(const northshire::County& county) {
  std::string text = "rule,verdict,subject,from,to,what\n";
  for (const auto& entry : county.planted) {
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

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: northshire_generator FOLDER\n"
                 "writes FOLDER/data/*.csv and FOLDER/planted.csv\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "data");
  northshire::County county(kSeed);
  const northshire::Workforce workforce = northshire::make_workforce(county);
  northshire::make_caseload(county, workforce);
  plant_everything(county, workforce);
  northshire::complete_everything(county);
  northshire::expect_consequences(county);
  plant_in_completed_cases(county, workforce);
  bool written = write(folder / "planted.csv", planted_text(county));
  for (const northshire::Table* table : county.tables()) {
    written = write(folder / "data" / (table->name() + ".csv"), table->text()) && written;
  }
  return written ? 0 : 1;
}

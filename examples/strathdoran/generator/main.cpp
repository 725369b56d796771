// Writes the export of Strathdoran, an invented council area in Scotland, and the list of what is
// wrong in it.

#include <iostream>

#include "generator/export.h"
#include "strathdoran/generator/area.h"

namespace {

constexpr std::uint64_t kSeed = 20200106;

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: strathdoran_generator FOLDER\n"
                 "writes FOLDER/data/*.csv and FOLDER/planted.csv\n";
    return 2;
  }
  example::County county(kSeed);
  const example::Area area = example::make_area(county);
  example::make_caseload(county, area);
  example::plant_in_registration(county, area);
  example::plant_in_investigations(county, area);
  example::plant_in_planning(county, area);
  example::plant_in_looked_after(county, area);
  example::expect_open_reviews(county);
  return example::write_export(county, argv[1]) ? 0 : 1;
}

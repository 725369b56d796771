// Writes the export of Northshire, an invented county, and the list of what is wrong in it.

#include <iostream>

#include "generator/export.h"
#include "northshire/generator/completing.h"
#include "northshire/generator/local_packs.h"
#include "northshire/generator/planted.h"
#include "northshire/generator/workforce.h"

namespace {

constexpr std::uint64_t kSeed = 20230301;

void plant_everything(example::County& county, const example::Workforce& workforce) {
  example::plant_in_reserved_tasks(county, workforce);
  example::plant_in_adoption_reports(county, workforce);
  example::plant_in_registration(county, workforce);
  example::plant_in_suspension(county, workforce);
  example::plant_in_reviewing(county, workforce);
  example::plant_in_newly_qualified(county, workforce);
  example::plant_in_supervision(county, workforce);
  example::plant_in_placement_visits(county, workforce);
  example::plant_in_reviews(county, workforce);
  example::plant_in_adoption_visits(county, workforce);
  example::plant_in_other_visits(county, workforce);
  example::plant_in_protection_leads(county, workforce);
  example::plant_in_need_leads(county, workforce);
}

void plant_in_completed_cases(example::County& county, const example::Workforce& workforce) {
  example::plant_in_meetings(county, workforce);
  example::plant_in_fostering(county, workforce);
  example::plant_in_allocations(county, workforce);
  example::plant_in_register(county, workforce);
  example::plant_in_other_assessments(county, workforce);
  example::plant_in_placements(county, workforce);
  example::plant_in_breaks(county, workforce);
  example::plant_in_care_leavers(county, workforce);
  example::plant_in_services(county, workforce);
  example::plant_in_workforce(county, workforce);
}

void plant_in_completed_workers(example::County& county, const example::Workforce& workforce) {
  example::plant_in_inductions(county, workforce);
  example::plant_in_first_years(county, workforce);
  example::plant_in_agency_work(county, workforce);
  example::plant_in_adult_services(county, workforce);
  example::plant_in_homes_staff(county, workforce);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: northshire_generator FOLDER\n"
                 "writes FOLDER/data/*.csv and FOLDER/planted.csv\n";
    return 2;
  }
  example::County county(kSeed);
  const example::Workforce workforce = example::make_workforce(county);
  example::make_caseload(county, workforce);
  plant_everything(county, workforce);
  example::complete_everything(county);
  example::expect_consequences(county);
  plant_in_completed_cases(county, workforce);
  example::complete_workers(county);
  plant_in_completed_workers(county, workforce);
  example::plant_in_local_packs(county, workforce);
  example::complete_development(county);
  example::plant_in_development(county, workforce);
  example::expect_in_local_packs(county);
  return example::write_export(county, argv[1]) ? 0 : 1;
}

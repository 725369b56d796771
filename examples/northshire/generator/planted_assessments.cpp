// Who led an assessment on each of its days, and how long it took.
#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

using remit::value::to_string;

std::string assessment_of(const County& county, const Case& of) {
  return county.assessments.where("case_id", of.id).front();
}

void plant_in_leads_of_assessments(County& county, const Workforce& workforce) {
  const std::string& support = workforce.support_workers[0].id;
  for (const char* date : {"2023-06-13", "2023-10-24"}) {
    const Case need = add_need_case(county, workforce, {day(date), plus(day(date), 150)});
    const std::string assessment = assessment_of(county, need);
    const Span span{day(date), plus(day(date), 21)};
    county.assessments.set(assessment, "lead_id", support);
    county.assessments.set(assessment, "completed_on", to_string(plus(span.to, -1)));
    county.expect("EC-RT-004", "violation", assessment, span,
                  "a support worker leads the assessment in the record");
  }
}

void plant_in_enquiries_assessments(County& county, const Workforce& workforce) {
  const auto add = [&](const char* date, const std::string& lead) {
    const Span enquiry{day(date), plus(day(date), 14)};
    const auto made = add_enquiry_case(county, workforce, enquiry);
    const std::string who = lead.empty() ? lead_on(county, made.of.id, enquiry.from) : lead;
    return county.assessments.add(
        {made.of.id, "", who, "s47", date, to_string(plus(enquiry.to, -1)), ""});
  };
  for (const char* date : {"2024-03-12", "2024-10-08"}) {
    county.expect("EC-RT-003", "violation", add(date, workforce.support_workers[1].id),
                  Span{day(date), plus(day(date), 14)},
                  "a support worker leads the assessment of the enquiry");
  }
  add("2024-05-21", "");
  // Before the guidance of 2023.
  add("2023-11-14", workforce.support_workers[1].id);
}

void plant_in_length(County& county, const Workforce& workforce) {
  const auto add = [&](const char* date, int days, const char* reason) {
    const Date start = day(date);
    const Case need = add_need_case(county, workforce, {start, plus(start, 240)});
    std::string assessment = assessment_of(county, need);
    county.assessments.set(assessment, "completed_on", to_string(plus(start, days)));
    county.assessments.set(assessment, "over_reason", reason);
    return assessment;
  };
  for (const int days : {80, 120}) {
    const Date start = day("2024-09-03");
    const std::string late = add("2024-09-03", days, "");
    county.expect("EC-CN-002", "violation", late,
                  Span{plus(plus_working_days(start, 45), 1), plus(start, days + 1)},
                  "took longer than 45 working days, and no reason is recorded");
  }
  add("2024-09-03", 90, "a parent was in hospital");
}

}  // namespace

void plant_in_other_assessments(County& county, const Workforce& workforce) {
  plant_in_leads_of_assessments(county, workforce);
  plant_in_enquiries_assessments(county, workforce);
  plant_in_length(county, workforce);
}

}  // namespace example

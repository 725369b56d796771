#include "sample_model.h"

namespace remit::test {

const std::string kSampleModel = R"(model: sample
version: 1
resources:
  - name: workers
    entity: worker
    schema:
      fields:
        - {name: worker_id, type: string}
        - {name: role, type: string, constraints: {enum: [social_worker, manager, assistant]}}
        - {name: hours, type: number}
        - {name: joined_on, type: date}
        - {name: left_on, type: date}
      primaryKey: worker_id
    periods:
      employment: {from: joined_on, to: left_on, end: inclusive}
  - name: registrations
    entity: registration
    schema:
      fields:
        - {name: registration_id, type: string}
        - {name: worker_id, type: string}
        - {name: status, type: string}
        - {name: valid_from, type: date}
        - {name: valid_to, type: date}
      primaryKey: registration_id
      foreignKeys:
        - {fields: worker_id, reference: {resource: workers, fields: worker_id}, as: worker, inverse: registrations}
    periods:
      validity: {from: valid_from, to: valid_to, end: inclusive}
  - name: cases
    entity: case
    schema:
      fields:
        - {name: case_id, type: string}
        - {name: opened_on, type: date}
        - {name: closed_on, type: date}
      primaryKey: case_id
    periods:
      span: {from: opened_on, to: closed_on, end: exclusive}
  - name: allocations
    entity: allocation
    schema:
      fields:
        - {name: allocation_id, type: string}
        - {name: case_id, type: string}
        - {name: worker_id, type: string}
        - {name: role, type: string, constraints: {enum: [lead, co]}}
        - {name: weight, type: integer}
        - {name: started_on, type: date}
        - {name: ended_on, type: date}
      primaryKey: allocation_id
      foreignKeys:
        - {fields: case_id, reference: {resource: cases, fields: case_id}, as: case, inverse: allocations}
        - {fields: worker_id, reference: {resource: workers, fields: worker_id}, as: worker, inverse: allocations}
    periods:
      period: {from: started_on, to: ended_on, end: exclusive}
  - name: activities
    entity: activity
    schema:
      fields:
        - {name: activity_id, type: string}
        - {name: case_id, type: string}
        - {name: worker_id, type: string}
        - {name: task, type: string, constraints: {enum: [enquiry, court_report, home_visit]}}
        - {name: started_on, type: date}
      primaryKey: activity_id
      foreignKeys:
        - {fields: case_id, reference: {resource: cases, fields: case_id}, as: case, inverse: activities}
        - {fields: worker_id, reference: {resource: workers, fields: worker_id}, as: worker, inverse: activities}
  - name: visits
    entity: visit
    schema:
      fields:
        - {name: visit_id, type: string}
        - {name: case_id, type: string}
        - {name: visited_on, type: date}
      primaryKey: visit_id
      foreignKeys:
        - {fields: case_id, reference: {resource: cases, fields: case_id}, as: case, inverse: visits}
)";

const std::string kSampleCalendar = R"(calendar: sample
covers: {from: 2024-01-01, to: 2026-12-31}
weekend: [saturday, sunday]
holidays:
  - {date: 2024-12-25, name: Christmas Day}
  - {date: 2025-12-25, name: Christmas Day}
)";

MemoryReader sample_reader() {
  MemoryReader reader;
  reader.files["/home/schemas/models/sample.yaml"] = kSampleModel;
  reader.files["/home/rules/calendars/sample.yaml"] = kSampleCalendar;
  return reader;
}

}  // namespace remit::test

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "generator/days.h"
#include "generator/random.h"
#include "generator/table.h"

namespace example {

/// A finding that an audit must come to.
struct Planted {
  std::string rule;
  std::string verdict;
  std::string subject;
  std::string from;  ///< of its period; empty where that is not known
  std::string to;
  std::string what;
};

/// The export that is being made: its tables, and what has been planted in them.
struct County {
  explicit County(std::uint64_t seed) : random(seed) {}

  Random random;

  Table councils{"councils", "LA", {"council_id", "jurisdiction", "region"}};
  Table teams{"teams", "T", {"team_id", "council_id", "kind", "opened_on", "closed_on"}};
  Table workers{"workers", "W", {"worker_id", "name", "council_id", "former_scottish_practice"}};
  Table posts{"posts",
              "PO",
              {"post_id", "worker_id", "team_id", "role", "title", "engagement", "fte",
               "started_on", "ended_on"}};
  Table lines{
      "line_management", "LM", {"line_id", "worker_id", "manager_id", "started_on", "ended_on"}};
  Table employments{
      "employments",
      "EM",
      {"employment_id", "worker_id", "employer_kind", "engagement", "area", "direct_adoption",
       "supervises_staff", "care_role", "region", "left_reason", "started_on", "ended_on"}};
  Table registrations{"registrations",
                      "RG",
                      {"registration_id", "worker_id", "regulator", "number", "status", "type",
                       "valid_from", "valid_to", "evidence_on"}};
  Table orders{"practice_orders",
               "OR",
               {"order_id", "worker_id", "kind", "started_on", "ended_on", "checked_on"}};
  Table qualifications{"qualifications",
                       "QU",
                       {"qualification_id", "worker_id", "kind", "attained_on", "deferred_to"}};
  Table absences{"absences", "AB", {"absence_id", "worker_id", "kind", "starts_on", "ends_on"}};
  Table asye{"asye",
             "AY",
             {"asye_id", "worker_id", "started_on", "planned_end_on", "ended_on", "passed_on"}};
  Table pauses{"asye_pauses", "AP", {"pause_id", "asye_id", "starts_on", "ends_on", "agreed"}};
  Table supervisions{"supervisions",
                     "SU",
                     {"supervision_id", "worker_id", "supervisor_id", "kind", "held_on",
                      "recorded_on", "minutes", "interrupted"}};

  Table families{"families", "F", {"family_id"}};
  Table people{"people", "PE", {"person_id", "name", "family_id", "born_on"}};
  Table cases{
      "cases", "C", {"case_id", "person_id", "council_id", "team_id", "opened_on", "closed_on"}};
  Table statuses{"statuses",
                 "ST",
                 {"status_id", "case_id", "status", "need", "outcome", "started_on", "ended_on",
                  "aware_on", "notified_on"}};
  Table referrals{"referrals", "RF", {"referral_id", "case_id", "received_on", "decided_on"}};
  Table assessments{"assessments",
                    "AS",
                    {"assessment_id", "case_id", "referral_id", "lead_id", "kind", "started_on",
                     "completed_on", "over_reason"}};
  Table allocations{"allocations",
                    "AL",
                    {"allocation_id", "case_id", "worker_id", "role", "allocated_by_id",
                     "suitability_checked_on", "recorded_on", "started_on", "ended_on"}};
  Table activities{
      "activities", "AC", {"activity_id", "case_id", "worker_id", "task", "started_on"}};
  Table meetings{"meetings",
                 "ME",
                 {"meeting_id", "case_id", "kind", "chair_id", "held_on", "adjourned_on",
                  "completed_on", "initiated_s47", "visit_interval_days", "recorded_on"}};
  Table visits{"visits",
               "VI",
               {"visit_id", "case_id", "worker_id", "kind", "seen_on", "recorded_on", "mode",
                "seen_alone", "alone_reason", "adopter_seen", "report_on"}};
  Table placements{"placements",
                   "PL",
                   {"placement_id", "case_id", "kind", "started_on", "ended_on",
                    "intended_to_18_on", "long_term_on", "child_agreed_on"}};
  Table plans{"plans", "PN", {"plan_id", "case_id", "kind", "dated_on"}};
  Table reports{
      "reports",
      "RE",
      {"report_id", "case_id", "author_id", "supervisor_id", "kind", "engagement", "dated_on"}};

  Table training{
      "training", "TR", {"course_id", "worker_id", "kind", "held_on", "hours", "peer_reflection"}};
  Table asye_reviews{"asye_reviews", "AR", {"asye_review_id", "asye_id", "held_on"}};
  Table assignments{"assignments",
                    "AN",
                    {"assignment_id", "worker_id", "council_id", "notice_weeks",
                     "bound_by_old_contract", "started_on", "ended_on"}};
  Table approvals{"approvals",
                  "AV",
                  {"approval_id", "worker_id", "kind", "lssa", "approved_on", "ends_on",
                   "course_completed_on"}};
  Table court_orders{
      "court_orders", "CO", {"court_order_id", "case_id", "kind", "made_on", "ended_on"}};
  Table notices{"notices", "NO", {"notice_id", "case_id", "kind", "received_on"}};
  Table reviewers{"reviewers", "RV", {"reviewer_id", "meeting_id", "officer_or_member"}};
  Table secure_days{"secure_days", "", {"case_id", "day", "hours"}};
  Table carers{"carers", "CA", {"carer_id", "approved_on", "ended_on"}};
  Table carer_workers{"carer_workers",
                      "CW",
                      {"carer_worker_id", "carer_id", "worker_id", "started_on", "ended_on"}};
  Table carer_visits{
      "carer_visits", "CV", {"carer_visit_id", "carer_id", "held_on", "unannounced"}};
  Table homes{"homes", "HO", {"home_id", "opened_on", "closed_on"}};
  Table home_visits{"home_visits", "HV", {"home_visit_id", "home_id", "held_on"}};
  Table panels{"panels", "PA", {"panel_id", "opened_on", "closed_on"}};
  Table panel_meetings{"panel_meetings", "PM", {"panel_meeting_id", "panel_id", "held_on"}};
  Table attendees{"attendees", "AT", {"attendee_id", "panel_meeting_id", "worker_id"}};

  std::vector<Planted> planted;
  /// What local packs find besides, by the name of the pack.
  std::map<std::string, std::vector<Planted>> planted_by_pack;

  /// A finding about a stretch of days; what lies after the as-of date is not part of it.
  void expect(const std::string& rule, const std::string& verdict, const std::string& subject,
              Span span, const std::string& what);
  /// A finding about one day.
  void expect(const std::string& rule, const std::string& verdict, const std::string& subject,
              Date date, const std::string& what);

  std::vector<const Table*> tables() const;
};

}  // namespace example

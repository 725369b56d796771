#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "remit/advise.h"

// The example county, or a part of it, with changes as text; and questions to it.
namespace remit::test {

/// The files of an export by table.
using Tables = std::map<std::string, std::string>;

Request county(const std::string& as_of);
Tables read_county();
/// So many cases of it, drawn at random, with the workers who had to do with them and a few more.
Tables part_of_county(std::uint64_t seed, std::size_t cases);

/// Writes an export into a folder.
void write_tables(const Tables& tables, const std::filesystem::path& folder);

rules::RuleSet county_rules();
/// What an audit says of an export.
std::vector<rules::Outcome> audit_of(const rules::RuleSet& rules, const Tables& tables,
                                     value::Date as_of);
std::unique_ptr<Advisor> load(const Request& request);

/// All that is said of findings, to be compared.
std::string describe(const std::vector<findings::Finding>& all);
std::string describe(const Effects& effects);

/// A number from the environment, as REMIT_SEED.
std::uint64_t from_environment(const char* name, std::uint64_t otherwise);

/// Random changes of an export, and the same in the text of its tables.
class Changer {
 public:
  Changer(std::uint64_t seed, value::Date as_of, Tables tables);

  /// One change, or three that are made together.
  std::vector<Change> changes(Tables& with);
  std::string any_key(const std::string& table);
  std::string any_role();
  /// A day up to the as-of date; seldom one before or after everything.
  value::Date any_day();
  int below(std::size_t n) { return static_cast<int>(dice_() % n); }

 private:
  Change change(Tables& with);
  Change assign(Tables& with);
  Change task(Tables& with);
  Change end(Tables& with);
  const std::string& any_row(const std::string& table);
  std::string next_key();

  std::mt19937_64 dice_;
  value::Date as_of_;
  Tables tables_;
  std::map<std::string, std::vector<std::string>> rows_;
  int added_ = 0;
  std::set<std::string> ended_;
};

}  // namespace remit::test

#pragma once

#include "mutation/maker.h"

// The ways in which people get rules wrong: one function each, in changes/<name>.cpp, and one row
// each in the table of mutants.cpp.
namespace remit::mutation {

// ---- of one expression: called for every one

void change_comparison(const Site& site, Maker& maker);  ///< `<` for `<=`, `!=` for `=`
void change_connective(const Site& site, Maker& maker);  ///< `or` for `and`, one side dropped
void change_negation(const Site& site, Maker& maker);    ///< `not` added or dropped
void change_condition(const Site& site, Maker& maker);   ///< `where`, `when` or `if` dropped
void change_quantifier(const Site& site, Maker& maker);  ///< `some`, `every`, `no`
void change_function(const Site& site, Maker& maker);    ///< `first` for `last`, `min` for `max`
void change_number(const Site& site, Maker& maker);      ///< one more or less
void change_date(const Site& site, Maker& maker);        ///< one day more or less
void change_duration(const Site& site, Maker& maker);    ///< one day more or less
void change_unit(const Site& site, Maker& maker);        ///< working days for days
void change_list(const Site& site, Maker& maker);        ///< a code dropped from `[..]`
void change_field(const Site& site, Maker& maker);       ///< `ended_on` for `started_on`
void change_period(const Site& site, Maker& maker);      ///< the other convention of its end

// ---- of what a rule has beside its expressions

void change_effective(Maker& maker);
void change_verdicts(Maker& maker);  ///< `on_unknown`, `breach`
void change_sources(Maker& maker);   ///< one of a list of comprehensions dropped
void change_options(Maker& maker);   ///< a key dropped that a rule need not have
void change_phases(Maker& maker);
void change_pause(Maker& maker);
void change_tasks(Maker& maker);
void change_keys(Maker& maker);  ///< of `unique`

// ---- of what rules share

void change_parameters(Maker& maker);
void change_sets(Maker& maker);

}  // namespace remit::mutation

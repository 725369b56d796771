#pragma once

#include <vector>

#include "data/read_table.h"
#include "data/table_plan.h"
#include "model/model.h"

namespace remit::data {

/// Resolves every foreign key that is not resolved yet to a row number. A key whose row is not
/// there is a finding, unless that row has not happened yet or its whole table was not given. Then
/// the relation is missing, and the cell too where it is the whole key, unless the table was not
/// given (it may well be right) or the cell is part of the row's own key.
void link_relations(const model::Model& model, std::vector<ReadTable>& tables);

/// What is wrong with a key that leads to no row. `keys`: of the target, where its key is one text.
CellProblem explain_dangling(const model::Table& target, const model::Relation& relation,
                             const std::string& value, const TargetKeys& keys);

/// Makes the way back of every relation where it is wanted.
void link_inverses(const model::Model& model, const ReadOptions& options,
                   std::vector<ReadTable>& tables);

/// Makes the periods of a table; one that ends before it starts is a finding.
void make_periods(const model::Table& model, ReadTable& table);

}  // namespace remit::data

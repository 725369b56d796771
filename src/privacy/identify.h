#pragma once

#include <set>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "privacy/ids.h"

namespace remit::privacy {

/// Whom a pseudonym stands for.
struct Identified {
  std::string pseudonym;
  std::string entity;  ///< the row whose key it is, or a part of it
  std::string id;
};

/// The pseudonyms in a text.
std::set<std::string> pseudonyms_in(const std::string& text);

/// Looks for pseudonyms among the ids of the data: who has the key and the data can. Each once, by
/// pseudonym; those that no id has are not among them.
std::vector<Identified> identify(Ids& ids, const data::Dataset& data,
                                 const std::set<std::string>& pseudonyms);

}  // namespace remit::privacy

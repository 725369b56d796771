#include "data/read.h"
#include "remit/pseudonyms.h"
#include "rules/ruleset.h"

namespace remit {

IdentifyResult identify(const Request& request, const std::vector<std::string>& pseudonyms,
                        text::Diagnostics& diagnostics) {
  rules::LoadOptions options;
  options.home = request.home;
  options.parameters = request.parameters;
  const auto rules = rules::load(request.rules, options, rules::DiskReader(), diagnostics);
  if (!rules || !request.pseudonym_key) return {{}, Obstacle::kRules};
  const auto data = data::read_folder(rules->model, request.data, value::kLastDate, diagnostics);
  if (!data) return {{}, Obstacle::kData};
  privacy::Ids ids(*rules->model, *request.pseudonym_key);
  return {privacy::identify(ids, *data, {pseudonyms.begin(), pseudonyms.end()}), Obstacle::kNone};
}

}  // namespace remit

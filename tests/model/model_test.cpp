#include "model/model.h"

#include <memory>
#include <string>

#include "model/load.h"
#include "model/names.h"
#include "model/read_values.h"
#include "support/catch.h"

namespace remit::model {
namespace {

TEST_CASE("model: members are found by name, of their own kind only") {
  Table table;
  table.fields.resize(2);
  table.fields[0].name = "id";
  table.fields[1].name = "worker_id";
  table.relations.resize(1);
  table.relations[0].name = "worker";
  table.inverses = {{"visits", 2, 0}};
  table.periods.resize(1);
  table.periods[0].name = "span";
  CHECK(table.field("worker_id") == 1);
  CHECK_FALSE(table.field("worker"));
  CHECK(table.relation("worker") == 0);
  CHECK(table.inverse("visits") == 0);
  CHECK(table.period("span") == 0);
  CHECK_FALSE(table.period("visits"));
  CHECK(table.member_names() ==
        std::vector<std::string>{"id", "worker_id", "worker", "visits", "span"});
}

TEST_CASE("model: types are described in its words") {
  Model model;
  model.tables.resize(2);
  model.tables[1].entity = "worker";
  using value::Kind;
  CHECK(describe(value::row_type(1), model) == "worker");
  CHECK(describe(value::list_type(value::row_type(1)), model) == "list of worker");
  CHECK(describe({Kind::kCollection, Kind::kRow, 1, {}}, model) == "collection of worker");
  CHECK(describe(value::type(Kind::kDate), model) == "date");
  CHECK(describe(value::list_type(value::type(Kind::kString)), model) == "list of string");
  CHECK(describe(value::row_type(7), model) == "row");
}

TEST_CASE("model: which names rules can write") {
  for (const char* name : {"a", "_a1", "Case_ID"}) CHECK(is_plain_name(name));
  for (const char* name : {"", "1a", "a b", "a-b", "caf\xC3\xA9", "a.b"}) {
    CHECK_FALSE(is_plain_name(name));
  }
  for (const char* word : {"and", "satisfies", "as_of", "runs", "by"}) CHECK(is_reserved(word));
  for (const char* word : {"day", "working", "period", "And", "overlap"}) {
    CHECK_FALSE(is_reserved(word));
  }
}

}  // namespace
}  // namespace remit::model

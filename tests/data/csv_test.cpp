#include "data/readers/csv.h"

#include <fmt/format.h>

#include "data/readers/dialect.h"
#include "support/catch.h"

namespace remit::data {
namespace {

/// All rows on lines of their own: the line's number, then the cells in brackets (`!` after a
/// malformed one), or what is wrong with the row.
std::string split(std::string_view content, char separator = ',') {
  CsvReader reader(content, separator);
  std::string text;
  for (Row row; reader.next(row);) {
    text += fmt::format("{}:", row.line);
    for (const Cell& cell : row.cells) {
      text += fmt::format("[{}]{}", cell.text, cell.malformed ? "!" : "");
    }
    if (row.fault == RowFault::kFieldCount) text += " count";
    if (row.fault == RowFault::kQuote) {
      text += fmt::format(" quote {}:{} {}", row.fault_line, row.fault_column, row.fault_text);
    }
    text += "\n";
  }
  return text;
}

struct Case {
  const char* content;
  const char* rows;
};

}  // namespace

TEST_CASE("data csv: rows and cells") {
  const Case cases[] = {
      {"", ""},
      {"a", "1:[a]\n"},
      {"a,b\n1,2\n", "1:[a][b]\n2:[1][2]\n"},
      {"a,b\r\n1,2\r\n", "1:[a][b]\n2:[1][2]\n"},
      {"a,b\r1,2\r3,4", "1:[a][b]\n2:[1][2]\n3:[3][4]\n"},
      {"a,b\n1,\n,2\n,", "1:[a][b]\n2:[1][]\n3:[][2]\n4:[][]\n"},
      {"a,b\n\n1,2\n\r\n\n3,4\n\n", "1:[a][b]\n3:[1][2]\n6:[3][4]\n"},
      {"a\n\n1\n\n", "1:[a]\n2:[]\n3:[1]\n4:[]\n"},
      {"a,b\n 1 ,\t2\n", "1:[a][b]\n2:[ 1 ][\t2]\n"},
      {"a,b\n\"1,1\",\"2\"\n", "1:[a][b]\n2:[1,1][2]\n"},
      {"a,b\n\"x\ny\",\"\r\nz\"\n3,4", "1:[a][b]\n2:[x\ny][\r\nz]\n5:[3][4]\n"},
      {"a,b\n\"ha \"\"ha\"\"\",\"\"\"\"\n", "1:[a][b]\n2:[ha \"ha\"][\"]\n"},
      {"a,b\n\"\",\"\"", "1:[a][b]\n2:[][]\n"},
      {"a,b\n1\n1,2,3\n ", "1:[a][b]\n2:[1] count\n3:[1][2][3] count\n4:[ ] count\n"},
      {"\"a\",\"b\nc\"\n1,2", "1:[a][b\nc]\n3:[1][2]\n"},
  };
  for (const Case& c : cases) {
    INFO(c.content);
    CHECK(split(c.content) == c.rows);
  }
}

TEST_CASE("data csv: wrong quotation marks spoil as little as can be") {
  const Case cases[] = {
      // inside a cell
      {"a,b\n5\" pipe,2\n", "1:[a][b]\n2:[5\" pipe]![2]\n"},
      {"a,b\n\"x\" y,2\n", "1:[a][b]\n2:[\"x\" y]![2]\n"},
      {"a,b\n\"x\"\"\" y,2\n", "1:[a][b]\n2:[\"x\"\"\" y]![2]\n"},
      {"a,b\n\"x\" ,2\n", "1:[a][b]\n2:[\"x\" ]![2]\n"},
      // never closed
      {"a,b\n1,\"2\n3,4\n", "1:[a][b]\n2: quote 2:2 \"2\n3:[3][4]\n"},
      {"a,b\n1,\"2", "1:[a][b]\n2: quote 2:2 \"2\n"},
      {"a,b\n1,\"", "1:[a][b]\n2: quote 2:2 \"\n"},
      {"a,b\n1,\"2\"\"\n3,4", "1:[a][b]\n2: quote 2:2 \"2\"\"\n3:[3][4]\n"},
      {"a,b\r\n\"1,2\r\n3,4\r\n", "1:[a][b]\n2: quote 2:1 \"1,2\n3:[3][4]\n"},
      // closed by the opening mark of a later row
      {"a,b\n1,\"2\n3,\"4\"\n5,6", "1:[a][b]\n2: quote 2:2 \"2\n3:[3][4]\n4:[5][6]\n"},
      // closed by chance, with rows in between
      {"a,b\n1,\"2\n3,4\n5,6\",7\n8,9\n",
       "1:[a][b]\n2: quote 2:2 \"2\n3:[3][4]\n4:[5][6\"]![7] count\n5:[8][9]\n"},
      // after a good cell with a line break
      {"a,b\n\"x\ny\",\"2\n3,4", "1:[a][b]\n2: quote 3:2 \"2\n4:[3][4]\n"},
      // a text of several lines in a row with too many cells is no stray mark
      {"a,b\n\"x\ny\",2,3\n4,5", "1:[a][b]\n2:[x\ny][2][3] count\n4:[4][5]\n"},
  };
  for (const Case& c : cases) {
    INFO(c.content);
    CHECK(split(c.content) == c.rows);
  }
}

TEST_CASE("data csv: a mark that nothing closes costs one look at the rest") {
  std::string content = "a,b\n";
  for (int i = 0; i < 20000; ++i) content += "1,\"2\n";
  CsvReader reader(content, ',');
  std::size_t rows = 0;
  for (Row row; reader.next(row);) ++rows;
  CHECK(rows > 10000);
}

TEST_CASE("data csv: the separator is what gives the names of the model") {
  const std::vector<std::string> names{"id", "name, first", "started_on"};
  CHECK(detect_dialect("id,started_on\n", names).separator == ',');
  CHECK(detect_dialect("id;started_on\n", names).separator == ';');
  CHECK(detect_dialect("id\tstarted_on\n", names).separator == '\t');
  CHECK(detect_dialect("id|started_on\n", names).separator == '|');
  CHECK(detect_dialect("ID;Started_On\n", names).separator == ';');
  CHECK(detect_dialect("id;\"name, first\"\n", names).separator == ';');
  CHECK(detect_dialect("x;y\n", names).separator == ',');
  CHECK(detect_dialect("", names).separator == ',');
}

TEST_CASE("data csv: a byte order mark and the separator line are no content") {
  const std::vector<std::string> names{"id", "n"};
  const Dialect marked = detect_dialect("\xEF\xBB\xBFid,n\n", names);
  CHECK(marked.content == "id,n\n");
  CHECK(marked.first_line == 1);
  for (const char* content :
       {"sep=;\nid;n\n", "sep=;\r\nid;n\n", "\xEF\xBB\xBF\"sep=;\"\nid;n\n"}) {
    const Dialect named = detect_dialect(content, names);
    CHECK(named.content == "id;n\n");
    CHECK(named.separator == ';');
    CHECK(named.first_line == 2);
  }
  CHECK(detect_dialect("sep=;", names).content.empty());
}

TEST_CASE("data csv: what is no CSV says what it is") {
  CHECK(why_not_csv("id,n\n").empty());
  CHECK(why_not_csv("").empty());
  CHECK(why_not_csv("\xEF\xBB\xBFid").empty());
  CHECK(why_not_csv("\xFF\xFEi") == "is in UTF-16");
  CHECK(why_not_csv("\xFE\xFF") == "is in UTF-16");
  CHECK(why_not_csv(std::string_view("i\0d\0", 4)) == "is in UTF-16");
  CHECK(why_not_csv("PK\x03\x04zzz") == "is a spreadsheet or an archive");
}

}  // namespace remit::data

#include "data/blocks/column_joiner.h"

#include <algorithm>
#include <iterator>

#include "data/column_writer.h"

namespace remit::data {
namespace {

constexpr std::size_t kSmallDictionary = 256;

/// Appends the values of a part: codes by their translation, others as they are.
struct Appender {
  const Codes* translation;  ///< of strings

  void operator()(Bitmap& to, const Bitmap& from) const { to.append(from); }
  void operator()(SmallCodes& to, const Codes& from) const {
    std::transform(from.begin(), from.end(), std::back_inserter(to), [this](std::int32_t code) {
      return static_cast<std::uint8_t>((*translation)[static_cast<std::size_t>(code)]);
    });
  }
  void operator()(Codes& to, const Codes& from) const {
    if (translation == nullptr) {
      to.insert(to.end(), from.begin(), from.end());
      return;
    }
    std::transform(from.begin(), from.end(), std::back_inserter(to), [this](std::int32_t code) {
      return (*translation)[static_cast<std::size_t>(code)];
    });
  }
  template <typename T>
  void operator()(std::vector<T>& to, const std::vector<T>& from) const {
    to.insert(to.end(), from.begin(), from.end());
  }
  template <typename A, typename B>
  void operator()(A&, const B&) const {}  // parts of one field are of one type
};

struct Reserve {
  std::size_t rows;
  template <typename T>
  void operator()(std::vector<T>& values) const {
    values.reserve(rows);
  }
  void operator()(Bitmap& bits) const { bits.reserve(rows); }
  void operator()(RowCodes&) const {}
  void operator()(Targets&) const {}
};

struct Dropper {
  const Bitmap& dropped;

  template <typename T>
  void operator()(std::vector<T>& values) const {
    std::size_t kept = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (!dropped.get(row)) values[kept++] = values[row];
    }
    values.resize(kept);
  }
  void operator()(Bitmap& bits) const {
    Bitmap kept;
    for (std::size_t row = 0; row < bits.size(); ++row) {
      if (!dropped.get(row)) kept.push_back(bits.get(row));
    }
    bits = std::move(kept);
  }
  void operator()(RowCodes& codes) const { codes.rows -= dropped.count(); }
  void operator()(Targets&) const {}  // dropped where they were made
};

}  // namespace

ColumnJoiner::ColumnJoiner(const model::Field& field)
    : ColumnJoiner(field, std::make_shared<Dictionary>()) {}

ColumnJoiner::ColumnJoiner(const model::Field& field, std::shared_ptr<Dictionary> dictionary)
    : column_(empty_column(field)) {
  if (field.kind != value::Kind::kString) return;
  dictionary_ = std::move(dictionary);
  column_.dictionary = dictionary_;
  column_.values = SmallCodes();
}

void ColumnJoiner::reserve(std::size_t rows) {
  column_.known.reserve(rows);
  std::visit(Reserve{rows}, column_.values);
}

/// Gives a string four bytes a row.
void ColumnJoiner::widen() {
  const auto* const small = std::get_if<SmallCodes>(&column_.values);
  if (small == nullptr || dictionary_->size() <= kSmallDictionary) return;
  Codes codes;
  codes.reserve(small->capacity());
  codes.assign(small->begin(), small->end());
  column_.values = std::move(codes);
}

void ColumnJoiner::append(const PartColumn& part) {
  Codes translation;
  if (dictionary_) {
    translation = translate(*part.dictionary, *dictionary_);
    if (translation.empty()) translation.push_back(0);  // where all are missing, codes are 0
    widen();
  }
  column_.known.append(part.known);
  std::visit(Appender{dictionary_ ? &translation : nullptr}, column_.values, part.values);
}

Codes translate(const Dictionary& part, Dictionary& dictionary) {
  Codes codes;
  std::string buffer;
  for (std::size_t code = 0; code < part.size(); ++code) {
    codes.push_back(dictionary.add(part.text(static_cast<std::int32_t>(code), buffer)));
  }
  return codes;
}

void drop_rows(Column& column, const Bitmap& dropped) {
  if (!column.stored) return;
  Dropper{dropped}(column.known);
  std::visit(Dropper{dropped}, column.values);
}

}  // namespace remit::data

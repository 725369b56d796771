#include "engine/vector.h"

#include <algorithm>
#include <type_traits>

namespace remit::engine {
namespace {

using value::Kind;

/// Storage of `size` empty elements of a kind.
decltype(Vector::values) storage(Kind kind, std::size_t size) {
  switch (kind) {
    case Kind::kBoolean:
    case Kind::kError:
    case Kind::kMissing:
      return Bitmap(size);
    case Kind::kInteger:
      return std::vector<std::int64_t>(size);
    case Kind::kNumber:
      return std::vector<double>(size);
    case Kind::kString:
    case Kind::kDate:
      return data::Codes(size, 0);
    case Kind::kRow:
      return data::Codes(size, -1);
    case Kind::kDuration:
      return std::vector<value::Duration>(size);
    case Kind::kPeriod:
      return std::vector<value::Period>(size);
    case Kind::kList:
    case Kind::kCollection:
      return Lists{Indices(size + 1, 0), nullptr};
  }
  return Bitmap(size);
}

std::shared_ptr<const data::Dictionary> dictionary_of(const std::string& text) {
  auto dictionary = std::make_shared<data::Dictionary>();
  dictionary->add(text);
  return dictionary;
}

void set_constant(Vector& vector, const value::Value& value, const value::Type& type);

/// A constant list: its items are one vector of the element type.
void set_list(Vector& vector, const value::List& list, const value::Type& type) {
  value::Type element{type.element, Kind::kError, type.table, std::nullopt};
  Vector items = unknown_vector(element, list.size());
  auto dictionary = std::make_shared<data::Dictionary>();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].is_missing()) continue;
    Vector one = unknown_vector(element, 1);
    set_constant(one, list[i], element);
    if (element.kind == Kind::kString) {
      items.of<std::int32_t>()[i] = dictionary->add(list[i].as<std::string>());
      items.known.set(i);
    } else {
      put(items, one, {static_cast<std::uint32_t>(i)});
    }
  }
  items.dictionary = dictionary;
  vector.values = Lists{{0, static_cast<std::uint32_t>(list.size())},
                        std::make_shared<const Vector>(std::move(items))};
}

struct ConstantSetter {
  Vector& vector;
  const value::Type& type;

  void operator()(value::Missing) const {}
  void operator()(bool truth) const { vector.truth().set(0, truth); }
  void operator()(std::int64_t number) const {
    if (type.kind == Kind::kNumber) {
      vector.of<double>()[0] = static_cast<double>(number);
    } else {
      vector.of<std::int64_t>()[0] = number;
    }
  }
  void operator()(double number) const { vector.of<double>()[0] = number; }
  void operator()(const std::string& text) const { vector.dictionary = dictionary_of(text); }
  void operator()(value::Date date) const { vector.of<std::int32_t>()[0] = date.days; }
  void operator()(const value::Duration& duration) const {
    vector.of<value::Duration>()[0] = duration;
  }
  void operator()(const value::Period& period) const { vector.of<value::Period>()[0] = period; }
  void operator()(value::Row row) const { vector.of<std::int32_t>()[0] = row.row; }
  void operator()(const std::shared_ptr<const value::List>& list) const {
    set_list(vector, *list, type);
  }
};

void set_constant(Vector& vector, const value::Value& value, const value::Type& type) {
  std::visit(ConstantSetter{vector, type}, value.data);
  vector.known.set(0, !value.is_missing());
}

Bitmap gather_bits(const Bitmap& bits, const Indices& indices) {
  return Bitmap::made(indices.size(), [&](std::size_t i) { return bits.get(indices[i]); });
}

struct Gatherer {
  const Indices& indices;
  using Values = decltype(Vector::values);

  Values operator()(const Bitmap& bits) const { return gather_bits(bits, indices); }
  template <typename T>
  Values operator()(const std::vector<T>& from) const {
    std::vector<T> to(indices.size());
    for (std::size_t i = 0; i < indices.size(); ++i) to[i] = from[indices[i]];
    return to;
  }
  Values operator()(const Lists& lists) const {
    Lists result{{0}, nullptr};
    Indices items;
    for (const std::uint32_t i : indices) {
      for (std::uint32_t k = lists.offsets[i]; k < lists.offsets[i + 1]; ++k) items.push_back(k);
      result.offsets.push_back(static_cast<std::uint32_t>(items.size()));
    }
    if (lists.items) result.items = std::make_shared<const Vector>(gather(*lists.items, items));
    return result;
  }
};

std::shared_ptr<const Causes> gather_causes(const Vector& vector, const Indices& indices) {
  if (!vector.causes) return nullptr;
  auto causes = std::make_shared<Causes>();
  causes->reserve(indices.size());
  for (const std::uint32_t i : indices) causes->push_back((*vector.causes)[vector.at(i)]);
  return causes;
}

void put_causes(Vector& whole, const Vector& part, const Indices& indices) {
  if (!part.causes) return;
  auto causes =
      whole.causes ? std::make_shared<Causes>(*whole.causes) : std::make_shared<Causes>(whole.size);
  for (std::size_t i = 0; i < indices.size(); ++i) {
    (*causes)[indices[i]] = (*part.causes)[part.at(i)];
  }
  whole.causes = causes;
}

/// Adds the texts that a vector uses to a dictionary, and gives the code of each element there.
data::Codes translated(const Vector& vector, data::Dictionary& dictionary) {
  data::Codes codes(vector.known.size(), 0);
  std::string buffer;
  vector.known.each([&](std::size_t i) {
    codes[i] = dictionary.add(vector.dictionary->text(vector.of<std::int32_t>()[i], buffer));
  });
  return codes;
}

/// Strings of two dictionaries in one vector get a third one that has the texts of both.
void put_strings(Vector& whole, const Vector& part, const Indices& indices) {
  if (part.known.none()) return;
  if (whole.known.none()) whole.dictionary = part.dictionary;
  data::Codes codes = part.of<std::int32_t>();
  if (whole.dictionary != part.dictionary) {
    auto both = std::make_shared<data::Dictionary>();
    whole.values = translated(whole, *both);
    codes = translated(part, *both);
    whole.dictionary = both;
  }
  auto& to = whole.of<std::int32_t>();
  for (std::size_t i = 0; i < indices.size(); ++i) to[indices[i]] = codes[part.at(i)];
}

struct Putter {
  Vector& whole;
  const Vector& part;
  const Indices& indices;

  void operator()(const Bitmap& bits) const {
    for (std::size_t i = 0; i < indices.size(); ++i) {
      whole.truth().set(indices[i], bits.get(part.at(i)));
    }
  }
  template <typename T>
  void operator()(const std::vector<T>& from) const {
    auto& to = whole.of<T>();
    for (std::size_t i = 0; i < indices.size(); ++i) to[indices[i]] = from[part.at(i)];
  }
  void operator()(const Lists& lists) const {
    const auto& old = std::get<Lists>(whole.values);
    std::vector<std::int64_t> source(whole.size, -1);
    for (std::size_t i = 0; i < indices.size(); ++i) {
      source[indices[i]] = static_cast<std::int64_t>(part.at(i));
    }
    whole.values = merge(old, lists, source);
  }

  /// Lists of the whole where source is -1, else those of the part at that place.
  Lists merge(const Lists& old, const Lists& lists, const std::vector<std::int64_t>& source) const {
    Lists result{{0}, nullptr};
    Indices old_items;
    Indices new_items;
    Indices old_places;
    Indices new_places;
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
      const bool kept = source[i] < 0;
      const Lists& from = kept ? old : lists;
      const std::size_t k = kept ? i : static_cast<std::size_t>(source[i]);
      for (std::uint32_t item = from.offsets[k]; item < from.offsets[k + 1]; ++item) {
        (kept ? old_items : new_items).push_back(item);
        (kept ? old_places : new_places).push_back(next++);
      }
      result.offsets.push_back(next);
    }
    const Vector* model = lists.items ? lists.items.get() : old.items.get();
    if (!model) return result;
    Vector items = unknown_vector(model->kind, next);
    items.table = model->table;
    if (old.items) put(items, gather(*old.items, old_items), old_places);
    if (lists.items) put(items, gather(*lists.items, new_items), new_places);
    result.items = std::make_shared<const Vector>(std::move(items));
    return result;
  }
};

}  // namespace

Vector unknown_vector(Kind kind, std::size_t size) {
  Vector vector;
  vector.kind = kind;
  vector.size = size;
  vector.known = Bitmap(size);
  vector.values = storage(kind, size);
  return vector;
}

Vector unknown_vector(const value::Type& type, std::size_t size) {
  Vector vector = unknown_vector(type.kind, size);
  vector.table = type.table;
  return vector;
}

Vector constant_vector(const value::Value& value, const value::Type& type, std::size_t size) {
  Vector vector = unknown_vector(type, 1);
  set_constant(vector, value, type);
  vector.size = size;
  vector.constant = true;
  return vector;
}

Vector date_vector(value::Date date, std::size_t size) {
  return constant_vector({date}, value::type(Kind::kDate), size);
}

Vector row_vector(int table, data::Codes rows) {
  Vector vector = unknown_vector(value::row_type(table), 0);
  vector.size = rows.size();
  vector.known = Bitmap::made(rows.size(), [&](std::size_t i) { return rows[i] >= 0; });
  vector.values = std::move(rows);
  return vector;
}

Vector flatten(Vector vector) {
  if (!vector.constant) return vector;
  const std::size_t size = vector.size;
  vector.constant = false;
  vector.size = 1;
  return gather(vector, Indices(size, 0));
}

Vector gather(const Vector& vector, const Indices& indices) {
  Vector result;
  if (vector.constant) {
    result = vector;
    result.size = indices.size();
    return result;
  }
  result.kind = vector.kind;
  result.size = indices.size();
  result.dictionary = vector.dictionary;
  result.table = vector.table;
  result.known = gather_bits(vector.known, indices);
  result.values = std::visit(Gatherer{indices}, vector.values);
  result.causes = gather_causes(vector, indices);
  return result;
}

Vector scatter(const Vector& vector, const Indices& indices, std::size_t size) {
  Vector result = unknown_vector(vector.kind, size);
  result.table = vector.table;
  result.dictionary = vector.dictionary;
  put(result, vector, indices);
  return result;
}

void put(Vector& whole, const Vector& part, const Indices& indices) {
  if (part.kind == Kind::kString) {
    put_strings(whole, part, indices);
  } else if (part.values.index() == whole.values.index()) {
    std::visit(Putter{whole, part, indices}, part.values);
  }
  for (std::size_t i = 0; i < indices.size(); ++i) whole.known.set(indices[i], part.is_known(i));
  put_causes(whole, part, indices);
}

namespace {

value::Value list_value(const Lists& lists, std::size_t i) {
  auto list = std::make_shared<value::List>();
  for (std::uint32_t k = lists.offsets[i]; k < lists.offsets[i + 1]; ++k) {
    list->push_back(element(*lists.items, k));
  }
  return {std::shared_ptr<const value::List>(std::move(list))};
}

value::Value coded_value(const Vector& vector, std::size_t at) {
  const std::int32_t code = vector.of<std::int32_t>()[at];
  if (vector.kind == Kind::kDate) return {value::Date{code}};
  if (vector.kind == Kind::kRow) return {value::Row{vector.table, code}};
  std::string buffer;
  return {std::string(vector.dictionary->text(code, buffer))};
}

}  // namespace

value::Value element(const Vector& vector, std::size_t i) {
  const std::size_t at = vector.at(i);
  if (!vector.known.get(at)) return {value::Missing{}};
  switch (vector.kind) {
    case Kind::kBoolean:
      return {vector.truth().get(at)};
    case Kind::kInteger:
      return {vector.of<std::int64_t>()[at]};
    case Kind::kNumber:
      return {vector.of<double>()[at]};
    case Kind::kDate:
    case Kind::kRow:
    case Kind::kString:
      return coded_value(vector, at);
    case Kind::kDuration:
      return {vector.of<value::Duration>()[at]};
    case Kind::kPeriod:
      return {vector.of<value::Period>()[at]};
    case Kind::kList:
    case Kind::kCollection:
      return list_value(std::get<Lists>(vector.values), at);
    case Kind::kError:
    case Kind::kMissing:
      break;
  }
  return {value::Missing{}};
}

Indices indices_of(const Bitmap& bitmap) {
  Indices indices;
  bitmap.each([&](std::size_t i) { indices.push_back(static_cast<std::uint32_t>(i)); });
  return indices;
}

void unite_causes(Vector& result, std::initializer_list<const Vector*> operands) {
  const bool any = std::any_of(operands.begin(), operands.end(),
                               [](const Vector* operand) { return operand->causes != nullptr; });
  if (!any) return;
  auto causes = result.causes ? std::make_shared<Causes>(*result.causes)
                              : std::make_shared<Causes>(result.known.size());
  for (std::size_t i = 0; i < result.known.size(); ++i) {
    if (result.known.get(i)) continue;
    for (const Vector* operand : operands) {
      if (!operand->causes || operand->is_known(i)) continue;
      const auto& more = (*operand->causes)[operand->at(i)];
      (*causes)[i].insert((*causes)[i].end(), more.begin(), more.end());
    }
  }
  result.causes = causes;
}

}  // namespace remit::engine

#include "engine/tie_order.h"

namespace remit::engine {
namespace {

using value::Kind;

template <typename T>
bool less(const Vector& values, std::uint32_t a, std::uint32_t b) {
  const auto& all = values.of<T>();
  return all[a] < all[b];
}

}  // namespace

bool comes_before(const Vector& values, std::uint32_t a, std::uint32_t b) {
  switch (values.kind) {
    case Kind::kBoolean:
      return !values.is_true(a) && values.is_true(b);
    case Kind::kInteger:
      return less<std::int64_t>(values, a, b);
    case Kind::kNumber:
      return less<double>(values, a, b);
    case Kind::kDate:
    case Kind::kRow:
      return less<std::int32_t>(values, a, b);
    case Kind::kString: {
      const auto& codes = values.of<std::int32_t>();
      std::string one;
      std::string other;
      return values.dictionary->text(codes[a], one) < values.dictionary->text(codes[b], other);
    }
    case Kind::kDuration:
      return values.of<value::Duration>()[a].count < values.of<value::Duration>()[b].count;
    case Kind::kPeriod:
      return values.of<value::Period>()[a].from < values.of<value::Period>()[b].from;
    case Kind::kError:
    case Kind::kMissing:
    case Kind::kList:
    case Kind::kCollection:
      break;
  }
  return false;
}

TieOrder::TieOrder(const Vector& by, const std::vector<lang::typed::Binding>& bindings,
                   const FramePtr& frame, const Context& context)
    : by_(by), bindings_(bindings), frame_(frame), context_(context) {}

bool TieOrder::before(std::uint32_t a, std::uint32_t b) const {
  if (comes_before(by_, a, b)) return true;
  if (comes_before(by_, b, a)) return false;
  return key(a) < key(b);
}

std::vector<std::string> TieOrder::key(std::uint32_t place) const {
  std::vector<std::string> parts;
  for (const auto& binding : bindings_) {
    const value::Value bound = element(frame_->slot(binding.slot), place);
    const auto* row = std::get_if<value::Row>(&bound.data);
    if (!row) {
      parts.push_back(value::to_string(bound));
      continue;
    }
    for (const int field : context_.table_model(row->table).primary_key) {
      parts.push_back(value::to_string(data::cell(context_.table(row->table), field, row->row)));
    }
  }
  return parts;
}

}  // namespace remit::engine

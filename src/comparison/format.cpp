#include "comparison/format.h"

#include <array>

namespace remit::comparison {
namespace {

constexpr std::array kFormats{
    Format{"text", "for people: how many, then which", write_text},
    Format{"json", "one document (schemas/comparison.schema.json)", write_json},
    Format{"csv", "a row a change, for spreadsheets", write_csv},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace remit::comparison

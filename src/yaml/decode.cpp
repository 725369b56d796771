#include "yaml/decode.h"

namespace remit::yaml {

Decoded decode(std::string_view file, std::size_t begin, std::string_view expected) {
  const char first = begin < file.size() ? file[begin] : '\0';
  switch (first) {
    case '\'':
      return decode_single_quoted(file, begin);
    case '"':
      return decode_double_quoted(file, begin);
    case '|':
    case '>':
      return decode_block(file, begin, expected);
    default:
      return decode_plain(file, begin, expected);
  }
}

}  // namespace remit::yaml

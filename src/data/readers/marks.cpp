#include "data/readers/marks.h"

#include <algorithm>
#include <array>
#include <cstddef>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace remit::data {
namespace {

constexpr std::size_t kWord = 64;

/// What one word's worth of bytes holds.
struct Found {
  std::uint64_t marks = 0;
  std::uint64_t odd = 0;  ///< not ASCII, or NUL
};

Found look_plainly(const char* bytes, char separator) {
  Found found;
  for (std::size_t i = 0; i < kWord; ++i) {
    const char c = bytes[i];
    const bool mark = c == separator || c == '"' || c == '\n' || c == '\r';
    found.marks |= std::uint64_t{mark} << i;
    found.odd |= std::uint64_t{static_cast<signed char>(c) <= 0} << i;
  }
  return found;
}

using Look = Found (*)(const char* bytes, char separator);

/// The last bytes are looked at in a word that is filled up with what is no mark.
Found look_at_rest(std::string_view rest, char separator, Look look) {
  std::array<char, kWord> padded{};
  padded.fill(separator == 'x' ? 'y' : 'x');
  std::copy(rest.begin(), rest.end(), padded.begin());
  return look(padded.data(), separator);
}

template <typename LookAt>
inline std::uint64_t go_over(std::string_view bytes, std::uint64_t* out, LookAt look) {
  std::uint64_t odd = 0;
  for (std::size_t i = 0; i + kWord <= bytes.size(); i += kWord) {
    const Found found = look(bytes.data() + i);
    *out++ = found.marks;
    odd |= found.odd;
  }
  return odd;
}

void fill(std::string_view bytes, char separator, Marks& marks, Look look, std::uint64_t odd) {
  const std::string_view rest = bytes.substr(bytes.size() / kWord * kWord);
  if (!rest.empty()) {
    const Found found = look_at_rest(rest, separator, look);
    marks.words.back() = found.marks;
    odd |= found.odd;
  }
  marks.plain = odd == 0;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) inline std::uint64_t half_of(__m256i found) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(found));
}

__attribute__((target("avx2"))) inline __m256i load_wide(const char* bytes) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}

__attribute__((target("avx2"))) inline __m256i marks_among(__m256i bytes, __m256i separator) {
  const __m256i breaks = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')),
                                         _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r')));
  const __m256i others = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')),
                                         _mm256_cmpeq_epi8(bytes, separator));
  return _mm256_or_si256(breaks, others);
}

/// Signed bytes that are not above zero: NUL, and what is not ASCII.
__attribute__((target("avx2"))) inline std::uint64_t odd_among(__m256i low, __m256i high) {
  const __m256i zero = _mm256_setzero_si256();
  const __m256i both =
      _mm256_and_si256(_mm256_cmpgt_epi8(low, zero), _mm256_cmpgt_epi8(high, zero));
  return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(both)) & 0xFFFFFFFFU;
}

__attribute__((target("avx2"))) std::uint64_t go_over_wide(std::string_view bytes, char separator,
                                                           std::uint64_t* out) {
  const __m256i wanted = _mm256_set1_epi8(separator);
  std::uint64_t odd = 0;
  for (std::size_t i = 0; i + kWord <= bytes.size(); i += kWord) {
    const __m256i low = load_wide(bytes.data() + i);
    const __m256i high = load_wide(bytes.data() + i + 32);
    *out++ = half_of(marks_among(low, wanted)) | half_of(marks_among(high, wanted)) << 32;
    odd |= odd_among(low, high);
  }
  return odd;
}

#endif

}  // namespace

void find_marks_plainly(std::string_view bytes, char separator, Marks& marks) {
  marks.words.resize((bytes.size() + kWord - 1) / kWord);
  const auto look = [&](const char* at) { return look_plainly(at, separator); };
  fill(bytes, separator, marks, look_plainly, go_over(bytes, marks.words.data(), look));
}

void find_marks(std::string_view bytes, char separator, Marks& marks) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    marks.words.resize((bytes.size() + kWord - 1) / kWord);
    fill(bytes, separator, marks, look_plainly, go_over_wide(bytes, separator, marks.words.data()));
    return;
  }
#endif
  find_marks_plainly(bytes, separator, marks);
}

}  // namespace remit::data

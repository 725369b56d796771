#pragma once

#include <cstddef>
#include <string>

namespace remit::cli {

/// One line on standard error that says how far the work is; gone when the work is done.
class Progress {
 public:
  /// Not `shown`, it writes nothing.
  explicit Progress(bool shown);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const std::string& text);
  void rules(std::size_t done, std::size_t all);
  void erase();

 private:
  bool shown_;
  bool dirty_ = false;
};

}  // namespace remit::cli

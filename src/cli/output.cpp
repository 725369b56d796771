#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

namespace remit::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kReadableByAll = 0666;  // less what the umask takes away

void report_unwritable(const std::string& option, const std::string& path,
                       const std::string& reason, const std::string& help,
                       text::Diagnostics& diagnostics) {
  diagnostics.error("output", {}, fmt::format("`{}`: cannot write `{}`: {}", option, path, reason),
                    help);
}

/// The words of the system for an `errno`, as a part of a sentence.
std::string reason(int error) {
  std::string text = std::strerror(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

/// A help sentence for what a system call answered about a path.
std::string advice(int error, const fs::path& folder) {
  if (error == ENOENT || error == ENOTDIR) {
    return fmt::format("make the folder `{}` first, or name one that is there", folder.string());
  }
  if (error == EACCES || error == EPERM || error == EROFS) {
    return fmt::format("choose a folder that you may write to instead of `{}`", folder.string());
  }
  return "choose another place";
}

/// The file itself where the path is a link to one.
fs::path resolve(const std::string& path) {
  std::error_code error;
  const fs::path resolved = fs::canonical(path, error);
  return error ? fs::path(path) : resolved;
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

Output::Output(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      buffer_(descriptor),
      stream_(&buffer_) {}

std::unique_ptr<Output> Output::open(const std::string& path, const std::string& option,
                                     text::Diagnostics& diagnostics) {
  if (path.empty()) return std::unique_ptr<Output>(new Output(STDOUT_FILENO, "", ""));
  const fs::path target = resolve(path);
  std::error_code ignored;
  const fs::file_status status = fs::status(target, ignored);
  if (fs::is_directory(status) || !target.has_filename()) {
    report_unwritable(option, path, "it is a folder", "name a file in it", diagnostics);
    return nullptr;
  }
  const bool direct = fs::exists(status) && !fs::is_regular_file(status);
  const std::string temporary =
      direct
          ? ""
          : (folder_of(target) / fmt::format(".{}.{}.part", target.filename().string(), getpid()))
                .string();
  const int flags = direct ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL;
  const int descriptor =
      ::open(direct ? target.c_str() : temporary.c_str(), flags | O_CLOEXEC, kReadableByAll);
  if (descriptor < 0) {
    const int error = errno;
    report_unwritable(option, path, reason(error), advice(error, folder_of(target)), diagnostics);
    return nullptr;
  }
  // What takes the place of a file may be read and written by the same people.
  if (fs::is_regular_file(status)) fchmod(descriptor, static_cast<mode_t>(status.permissions()));
  return std::unique_ptr<Output>(new Output(descriptor, target.string(), temporary));
}

Output::~Output() {
  if (path_.empty()) return;
  if (descriptor_ >= 0) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

bool Output::fail(int error, text::Diagnostics& diagnostics) const {
  if (error == EPIPE) return true;
  diagnostics.error(
      "output", {},
      fmt::format("cannot write {}: {}", path_.empty() ? "to standard output" : "`" + path_ + "`",
                  reason(error)),
      error == ENOSPC ? "make room on the disk, then run again"
                      : "see that it can be written to, then run again");
  return false;
}

/// Closes the file when all of it is on the disk; the `errno` of what went wrong, or 0.
int Output::close_file() {
  int error = 0;
  if (!temporary_.empty() && fsync(descriptor_) != 0) error = errno;
  if (close(descriptor_) != 0 && error == 0) error = errno;
  descriptor_ = -1;
  return error;
}

bool Output::complete(text::Diagnostics& diagnostics) {
  stream_.flush();
  if (buffer_.error() != 0) return fail(buffer_.error(), diagnostics);
  // Whoever wrote has given up, though everything that came was taken.
  if (!stream_) return fail(EIO, diagnostics);
  if (path_.empty()) return true;
  const int error = close_file();
  return error == 0 || fail(error, diagnostics);
}

bool Output::place(text::Diagnostics& diagnostics) {
  if (temporary_.empty()) return true;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return fail(errno, diagnostics);
  temporary_.clear();
  return true;
}

bool Output::finish(text::Diagnostics& diagnostics) {
  return complete(diagnostics) && place(diagnostics);
}

}  // namespace remit::cli

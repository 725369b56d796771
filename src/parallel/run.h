#pragma once

#include <cstddef>
#include <functional>

// The one place that starts threads.
namespace remit::parallel {

/// How many threads to use: `wanted`, or with 0 as many as the machine has.
std::size_t thread_count(std::size_t wanted);

/// Calls task(i, worker) once for every i below `tasks`, in any order, on up to `threads` threads
/// (0: as many as the machine has), of which the caller's is one; no two calls at a time have the
/// same worker, a number below the number of threads. Of exceptions the one of the lowest i is
/// thrown once all threads have stopped. With one thread, or one task, no thread is started.
void run(std::size_t tasks, std::size_t threads,
         const std::function<void(std::size_t task, std::size_t worker)>& task);

}  // namespace remit::parallel

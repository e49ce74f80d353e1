#ifndef RUNNER_WATCH_H
#define RUNNER_WATCH_H

// Waiting for a child that may do anything, including nothing.

#include <stdint.h>
#include <sys/types.h>

// Milliseconds on a clock that nobody can set.
uint64_t now(void);
// The processor time of a child in milliseconds; 0 where it cannot be told.
uint64_t processor_time(pid_t child);
// A descriptor that is readable once the child has ended; -1 where the kernel has none.
int end_descriptor(pid_t child);
// How a child came to its end, and what it took: milliseconds of the processor, and the most
// kilobytes of memory that it held at once.
struct child_end {
  int status;
  uint32_t processor_time;
  uint32_t peak_memory;
};
// Kills the child if it still runs, and waits for it.
struct child_end finish(pid_t child, int kill_first);
// Whether the child has ended, with its status; it stays to be waited for.
int has_ended(pid_t child);

#endif

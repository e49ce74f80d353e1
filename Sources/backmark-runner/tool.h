#ifndef RUNNER_TOOL_H
#define RUNNER_TOOL_H

// Programs of the toolchain that come near a student's file: each in a process without privileges.

#include <stdint.h>
#include <sys/types.h>

#include "frames.h"
#include "request.h"

// Starts a confined program; what it writes comes out of `messages`.
pid_t begin_tool(char *const *command, const struct request *request, int *messages);

// Passes on what it writes, in frames of a kind, until it has ended or the deadline is there.
struct tool_end {
  enum ending ending;
  // The exit status or the signal's number.
  uint32_t number;
  // Milliseconds of processor time, and the most kilobytes of memory that it held.
  uint32_t processor_time;
  uint32_t peak_memory;
};
struct tool_end follow_tool(pid_t child, int messages, const struct request *request,
                            enum frame kind, uint64_t deadline);

#endif

#ifndef RUNNER_SNIPPET_H
#define RUNNER_SNIPPET_H

#include "request.h"

// What the snippet's process tells its supervisor: three numbers, then `length` bytes.
struct record {
  uint32_t kind;
  uint32_t call;
  uint32_t length;
};

enum record_kind {
  record_ready = 1,       // everything is in place; from here on the student's program runs
  record_result = 2,      // a call has returned
  record_too_large = 3,   // it has, with more than may be
  record_unloadable = 4,  // the program cannot be loaded, for a reason in words
  record_fault = 5,       // the process could not be confined, for a reason in words
  record_trace = 6,       // a call is about to break off: addresses in the program
  record_exhausted = 7,   // the same, with hardly any memory left that it may have
};

// Confines this process, loads the student's program and makes the calls from `first` on,
// telling what they return through `results` and printing to `output`. Does not return.
_Noreturn void run_snippet(const struct request *request, uint32_t first, int results, int output);

#endif

#ifndef RUNNER_PLACES_H
#define RUNNER_PLACES_H

// The lines in which calls broke off.

#include "request.h"
#include "trace.h"

// What a call that broke off told of where it was.
struct crash_trace {
  uint32_t call;
  uint32_t count;
  uint64_t places[trace_most];
};

// More functions than anybody is asked for, each of which breaks off as often as it may.
enum { traces_most = 64 };
struct crash_traces {
  uint32_t count;
  struct crash_trace all[traces_most];
};

// Asks the toolchain's symbolizer for the lines, and passes them on.
void name_places(const struct request *request, const struct crash_traces *traces);

#endif

#ifndef RUNNER_TRACE_H
#define RUNNER_TRACE_H

// Where in the student's program a call breaks off.

#include <stddef.h>
#include <stdint.h>

// The most places of one trace: the innermost calls in the program.
enum { trace_most = 8 };

// From here on, whatever breaks this process off is told first: the places in the program that led
// there, as addresses in its file, the innermost first. `program` comes from `dlopen`.
typedef void tell_trace(const uint64_t *places, size_t count);
void tell_of_crashes(void *program, tell_trace *tell);

#endif

#ifndef RUNNER_TRACE_H
#define RUNNER_TRACE_H

// Where in the student's program a call breaks off.

#include <stddef.h>
#include <stdint.h>

// The most places of one trace: the innermost calls in the program.
enum { trace_most = 8 };

// From here on, whatever breaks this process off is told first: the places in the program that led
// there, as addresses in its file, the innermost first. `program` comes from `dlopen`.
//
// A program that gives itself up with less than `room` bytes left of the memory it may ask for is
// out of it: what it was refused it may never have touched, so nobody else sees that.
typedef void tell_trace(const uint64_t *places, size_t count);
typedef void tell_exhaustion(void);
void tell_of_crashes(void *program, tell_trace *tell, tell_exhaustion *tell_of_memory, size_t room);

#endif

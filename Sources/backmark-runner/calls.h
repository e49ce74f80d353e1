#ifndef RUNNER_CALLS_H
#define RUNNER_CALLS_H

#include "request.h"

// Makes the calls in processes of their own and passes on what they come to. Where a call breaks
// its process off, the next one is made by a new process.
void make_calls(const struct request *request);

#endif

#ifndef RUNNER_COMPILE_H
#define RUNNER_COMPILE_H

#include "request.h"

// Compiles and links as the request says, and tells how it went; 0 where there is nothing to run.
int compile_and_link(const struct request *request);

#endif

#ifndef RUNNER_SUPERVISE_H
#define RUNNER_SUPERVISE_H

// Reads a request from the standard input and answers it on the standard output.
int supervise(void);

#endif

#ifndef RUNNER_COMPLAIN_H
#define RUNNER_COMPLAIN_H

// Says on the standard error what keeps the runner from its work, with the system's words for
// `code` unless it is 0, and ends the process.
_Noreturn void give_up(const char *what, int code);

#endif

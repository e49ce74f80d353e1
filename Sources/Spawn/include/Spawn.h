#ifndef SPAWN_H
#define SPAWN_H

// Starts other programs: the part that the C library does not offer to Swift.
//
// Functions return 0, or the errno of what failed, unless they say otherwise; nothing is printed.

#include <sys/types.h>

// What is started, and with what.
struct spawn_request {
  // The path of the program and the words behind it; the list ends with NULL.
  const char *const *command;
  // The whole environment, which ends with NULL; NULL itself stands for this process's own.
  const char *const *environment;
  // The working directory; NULL for this process's own.
  const char *folder;
  // The standard descriptors.
  int input;
  int output;
  int errors;
};

// Starts a program in a session and a group of its own, with no other descriptor than the three
// and no signal blocked or ignored.
int spawn_process(const struct spawn_request *request, pid_t *child);

// An open file that is in no folder, to be written and read; -1 with errno.
int spawn_nameless_file(void);

// A pipe whose ends are closed when another program is started.
int spawn_pipe(int ends[2]);

#endif

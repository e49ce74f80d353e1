#define _GNU_SOURCE

// Runs a student's file in a process that has been stripped of everything else.
//
//   backmark-runner enter [command...]   gives up privileges, then becomes the command, or supervises
//   backmark-runner supervise            reads one request, compiles, links, calls, reports
//
// People do not call it: backmark does, once for each answer.

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "Jail.h"
#include "complain.h"
#include "supervise.h"

// Nothing of the grader may be left in the process that a student's file comes near to.
static void leave_the_grader(void) {
  int problem = jail_close_from(STDERR_FILENO + 1);
  if (problem != 0) give_up("descriptors cannot be closed", problem);
  // A session of its own has no terminal to type into.
  if (setsid() < 0 && errno != EPERM) give_up("no session of its own", errno);
  if (geteuid() == 0) {
    problem = jail_become_nobody();
    if (problem != 0) give_up("the superuser's rights cannot be given up", problem);
  }
  problem = jail_die_with_parent(0);
  if (problem != 0) give_up("the end of the grader cannot be watched", problem);
}

int main(int count, char **arguments) {
  static char *nothing[] = {NULL};
  if (count >= 2 && strcmp(arguments[1], "enter") == 0) {
    leave_the_grader();
    if (count == 2) return supervise();
    execve(arguments[2], arguments + 2, nothing);
    give_up(arguments[2], errno);
  }
  if (count == 2 && strcmp(arguments[1], "supervise") == 0) return supervise();
  fputs("backmark-runner is started by backmark, not by people\n", stderr);
  return 64;
}

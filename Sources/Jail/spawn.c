#define _GNU_SOURCE
#include "Jail.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

// A copy that is none of the standard descriptors, whatever the grader's own are.
static int copy(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); }

static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int problem = posix_spawnattr_setsigmask(attributes, &none);
  if (problem == 0) problem = posix_spawnattr_setsigdefault(attributes, &all);
  if (problem == 0)
    problem =
        posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  return problem;
}

static int spawn(const char *const *command, const int places[3], pid_t *child) {
  static char *nothing[] = {NULL};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int problem = posix_spawn_file_actions_init(&actions);
  if (problem != 0) return problem;
  problem = posix_spawnattr_init(&attributes);
  if (problem == 0) {
    problem = set_attributes(&attributes);
    for (int place = 0; place < 3 && problem == 0; place++)
      problem = posix_spawn_file_actions_adddup2(&actions, places[place], place);
    if (problem == 0)
      problem = posix_spawn(child, command[0], &actions, &attributes, (char *const *)command,
                            nothing);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

int jail_spawn(const char *const *command, int input, int output, int errors, pid_t *child) {
  int places[3] = {copy(input), copy(output), copy(errors)};
  int problem = 0;
  for (int place = 0; place < 3; place++)
    if (places[place] < 0) problem = EMFILE;
  if (problem == 0) problem = spawn(command, places, child);
  for (int place = 0; place < 3; place++)
    if (places[place] >= 0) close(places[place]);
  return problem;
}

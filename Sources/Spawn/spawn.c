#define _GNU_SOURCE
#include "Spawn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <crt_externs.h>
#define environ (*_NSGetEnviron())
#else
extern char **environ;
#endif

// A copy that is none of the standard descriptors, whatever this process's own are.
static int copy(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); }

static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int problem = posix_spawnattr_setsigmask(attributes, &none);
  if (problem == 0) problem = posix_spawnattr_setsigdefault(attributes, &all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID;
#if defined(__APPLE__)
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  return problem != 0 ? problem : posix_spawnattr_setflags(attributes, flags);
}

// Has whatever this process holds open without the mark for it closed all the same.
static int close_others(posix_spawn_file_actions_t *actions) {
#if defined(__APPLE__)
  (void)actions;
  return 0;
#else
  DIR *list = opendir("/proc/self/fd");
  if (list == NULL) return 0;
  int problem = 0;
  const struct dirent *entry;
  while (problem == 0 && (entry = readdir(list)) != NULL) {
    int descriptor = atoi(entry->d_name);
    if (descriptor <= STDERR_FILENO) continue;
    problem = posix_spawn_file_actions_addclose(actions, descriptor);
    // One above the limit, which was lowered since, cannot be named there.
    if (problem == EBADF) problem = fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 ? 0 : errno;
  }
  closedir(list);
  return problem;
#endif
}

static int set_actions(posix_spawn_file_actions_t *actions, const int places[3],
                       const char *folder) {
  int problem = 0;
  for (int place = 0; place < 3 && problem == 0; place++)
    problem = posix_spawn_file_actions_adddup2(actions, places[place], place);
  if (problem == 0 && folder != NULL)
    problem = posix_spawn_file_actions_addchdir_np(actions, folder);
  return problem != 0 ? problem : close_others(actions);
}

static int spawn(const struct spawn_request *request, const int places[3], pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int problem = posix_spawn_file_actions_init(&actions);
  if (problem != 0) return problem;
  problem = posix_spawnattr_init(&attributes);
  if (problem == 0) {
    problem = set_attributes(&attributes);
    if (problem == 0) problem = set_actions(&actions, places, request->folder);
    if (problem == 0)
      problem = posix_spawn(
          child, request->command[0], &actions, &attributes, (char *const *)request->command,
          request->environment == NULL ? environ : (char *const *)request->environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

int spawn_process(const struct spawn_request *request, pid_t *child) {
  int places[3] = {copy(request->input), copy(request->output), copy(request->errors)};
  int problem = 0;
  for (int place = 0; place < 3; place++)
    if (places[place] < 0) problem = EMFILE;
  if (problem == 0) problem = spawn(request, places, child);
  for (int place = 0; place < 3; place++)
    if (places[place] >= 0) close(places[place]);
  return problem;
}

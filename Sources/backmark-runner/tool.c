#define _GNU_SOURCE
#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "Jail.h"
#include "Spawn.h"
#include "complain.h"
#include "watch.h"

// A child ends so where it could not even begin; its reason is on its standard error.
static const int could_not_begin = 126;

static void must(const char *what, int problem) {
  if (problem == 0) return;
  dprintf(STDERR_FILENO, "backmark-runner: %s: %s\n", what, strerror(problem));
  _exit(could_not_begin);
}

static void limit_compiler(const struct limits *limits) {
  uint64_t seconds = (limits->compile_processor_time + 999) / 1000;
  must("processor time", jail_limit(RLIMIT_CPU, seconds, seconds + 1));
  must("memory", jail_limit(RLIMIT_AS, limits->compile_memory, limits->compile_memory));
  must("file size", jail_limit(RLIMIT_FSIZE, limits->compile_file, limits->compile_file));
  must("descriptors", jail_limit(RLIMIT_NOFILE, 256, 256));
  // No limit on threads: where the system counts those of the whole user, a student's program that
  // holds all it may have must not keep somebody else's file from being compiled.
}

static _Noreturn void become(char *const *command, const struct request *request, int messages) {
  must("parent", jail_die_with_parent(0));
  int nothing[2];
  must("pipe", spawn_pipe(nothing));
  // An empty pipe stands in for a null device: reading ends at once.
  if (dup2(nothing[0], STDIN_FILENO) < 0 || dup2(messages, STDOUT_FILENO) < 0 ||
      dup2(messages, STDERR_FILENO) < 0)
    must("descriptors", errno);
  jail_close_from(STDERR_FILENO + 1);
  limit_compiler(&request->limits);
  int problem = jail_filter_compiler();
  if ((request->permissions & request_without_filter) == 0) must("system calls", problem);
  execve(command[0], command, request->environment);
  must(command[0], errno);
  _exit(could_not_begin);
}

pid_t begin_tool(char *const *command, const struct request *request, int *messages) {
  int ends[2], start[2];
  int problem = spawn_pipe(ends);
  if (problem == 0) problem = spawn_pipe(start);
  if (problem != 0) give_up("pipes for the compiler", problem);
  pid_t child = fork();
  if (child < 0) give_up("a process for the compiler", errno);
  if (child == 0) become(command, request, ends[1]);
  close(ends[1]);
  close(start[1]);
  // The child has this processor until it has closed what is not its own. Otherwise it may wait for
  // some milliseconds until what comes next here is done.
  char nothing;
  while (read(start[0], &nothing, 1) < 0 && errno == EINTR) continue;
  close(start[0]);
  *messages = ends[0];
  return child;
}

// Passes on what a child writes until it ends; whether it did before the deadline.
static int pass_on(pid_t child, int messages, uint64_t most, enum frame kind, uint64_t deadline) {
  uint64_t kept = 0;
  int end = end_descriptor(child);
  struct pollfd waits[2] = {{.fd = messages, .events = POLLIN}, {.fd = end, .events = POLLIN}};
  char buffer[16384];
  int ended = 0;
  int is_late = 0;
  for (;;) {
    uint64_t time = now();
    if (time >= deadline) {
      is_late = 1;
      break;
    }
    int pause = end < 0 ? 5 : (int)(deadline - time);
    if (ended) pause = 0;
    int ready = poll(waits, 2, pause);
    if (ready < 0 && errno != EINTR) give_up("waiting for the compiler", errno);
    if ((waits[0].revents & (POLLIN | POLLHUP)) != 0) {
      ssize_t count = read(messages, buffer, sizeof buffer);
      if (count > 0) {
        uint64_t room = most - kept;
        size_t passed = (uint64_t)count < room ? (size_t)count : (size_t)room;
        if (passed > 0) send_frame(kind, buffer, passed);
        kept += passed;
        continue;
      }
      if (count == 0) waits[0].fd = -1;
    }
    // The pipe is emptied before the end is believed.
    if (ended) break;
    ended = has_ended(child);
  }
  if (end >= 0) close(end);
  return !is_late;
}

struct tool_end follow_tool(pid_t child, int messages, const struct request *request,
                            enum frame kind, uint64_t deadline) {
  int is_in_time = pass_on(child, messages, request->limits.messages, kind, deadline);
  close(messages);
  struct child_end end = finish(child, !is_in_time);
  struct tool_end told = {.ending = ending_time,
                          .processor_time = end.processor_time,
                          .peak_memory = end.peak_memory};
  if (!is_in_time) return told;
  if (WIFSIGNALED(end.status)) {
    told.number = (uint32_t)WTERMSIG(end.status);
    told.ending = told.number == SIGXCPU ? ending_processor_time : ending_signal;
  } else {
    told.number = (uint32_t)WEXITSTATUS(end.status);
    told.ending = ending_exit;
  }
  return told;
}

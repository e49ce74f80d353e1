#define _GNU_SOURCE
#include "compile.h"

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
#include "frames.h"
#include "libraries.h"
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

// Passes on what a child writes until it ends, is too slow, or writes too much.
static enum ending follow(pid_t child, int messages, const struct request *request,
                          uint64_t deadline, int *number) {
  uint64_t kept = 0;
  int end = end_descriptor(child);
  struct pollfd waits[2] = {{.fd = messages, .events = POLLIN}, {.fd = end, .events = POLLIN}};
  char buffer[16384];
  int ended = 0;
  enum ending ending = ending_exit;
  for (;;) {
    uint64_t time = now();
    if (time >= deadline) {
      ending = ending_time;
      break;
    }
    int pause = end < 0 ? 5 : (int)(deadline - time);
    if (ended) pause = 0;
    int ready = poll(waits, 2, pause);
    if (ready < 0 && errno != EINTR) give_up("waiting for the compiler", errno);
    if ((waits[0].revents & (POLLIN | POLLHUP)) != 0) {
      ssize_t count = read(messages, buffer, sizeof buffer);
      if (count > 0) {
        uint64_t room = request->limits.messages - kept;
        size_t passed = (uint64_t)count < room ? (size_t)count : (size_t)room;
        if (passed > 0) send_frame(frame_message, buffer, passed);
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
  int status = finish(child, ending != ending_exit);
  if (ending != ending_exit) return ending;
  if (WIFSIGNALED(status)) {
    *number = WTERMSIG(status);
    return *number == SIGXCPU ? ending_processor_time : ending_signal;
  }
  *number = WEXITSTATUS(status);
  return ending_exit;
}

static pid_t begin(char *const *command, const struct request *request, int *messages) {
  int ends[2];
  int problem = spawn_pipe(ends);
  if (problem != 0) give_up("a pipe for the compiler", problem);
  pid_t child = fork();
  if (child < 0) give_up("a process for the compiler", errno);
  if (child == 0) become(command, request, ends[1]);
  close(ends[1]);
  *messages = ends[0];
  return child;
}

// Whether the command ran and came out well; tells the grader how it ended either way.
static int perform(char *const *command, const struct request *request, enum frame frame,
                   uint64_t deadline, int loads) {
  int messages;
  pid_t child = begin(command, request, &messages);
  const char *reason = NULL;
  // The libraries are loaded while the compiler works; the snippet's process inherits them.
  if (loads && load_libraries(request->libraries, &reason) != 0) {
    finish(child, 1);
    send_frame(frame_fault, reason, strlen(reason));
    close(messages);
    return 0;
  }
  int number = 0;
  enum ending ending = follow(child, messages, request, deadline, &number);
  close(messages);
  uint32_t report[] = {(uint32_t)ending, (uint32_t)number};
  send_numbered(frame, report, 2, NULL, 0);
  return ending == ending_exit && number == 0;
}

int compile_and_link(const struct request *request) {
  uint64_t deadline = now() + request->limits.compile_time;
  if (!perform(request->frontend, request, frame_compiled, deadline, 1)) return 0;
  if (request->linker[0] == NULL) return 0;
  return perform(request->linker, request, frame_linked, deadline, 0);
}

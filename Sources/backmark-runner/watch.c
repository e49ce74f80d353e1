#define _GNU_SOURCE
#include "watch.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>
#endif

static uint64_t milliseconds(const struct timespec *time) {
  return (uint64_t)time->tv_sec * 1000 + (uint64_t)time->tv_nsec / 1000000;
}

uint64_t now(void) {
  struct timespec time = {0};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return milliseconds(&time);
}

uint64_t processor_time(pid_t child) {
#if defined(__linux__)
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(child, &clock) == 0 && clock_gettime(clock, &time) == 0)
    return milliseconds(&time);
#else
  (void)child;
#endif
  return 0;
}

int end_descriptor(pid_t child) {
#if defined(__linux__) && defined(__NR_pidfd_open)
  return (int)syscall(__NR_pidfd_open, child, 0);
#else
  (void)child;
  return -1;
#endif
}

int has_ended(pid_t child) {
  siginfo_t info = {0};
  if (waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) != 0) return 1;
  return info.si_pid == child;
}

int finish(pid_t child, int kill_first) {
  int status = 0;
  if (kill_first) kill(child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

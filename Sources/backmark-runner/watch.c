#define _GNU_SOURCE
#include "watch.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
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

static uint32_t milliseconds_of(const struct timeval *time) {
  return (uint32_t)((uint64_t)time->tv_sec * 1000 + (uint64_t)time->tv_usec / 1000);
}

struct child_end finish(pid_t child, int kill_first) {
  int status = 0;
  struct rusage usage = {0};
  if (kill_first) kill(child, SIGKILL);
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) continue;
#if defined(__APPLE__)
  uint64_t kilobytes = (uint64_t)usage.ru_maxrss >> 10;
#else
  uint64_t kilobytes = (uint64_t)usage.ru_maxrss;
#endif
  return (struct child_end){
      .status = status,
      .processor_time = milliseconds_of(&usage.ru_utime) + milliseconds_of(&usage.ru_stime),
      .peak_memory = (uint32_t)kilobytes,
  };
}

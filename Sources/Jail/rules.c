#define _GNU_SOURCE
#include "Jail.h"

#include <errno.h>

#if defined(__linux__)

#include <fcntl.h>
#include <linux/prctl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "calls.h"
#include "filter.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

int jail_has_seccomp(void) {
  // Without an argument the kernel only says whether it knows the request at all.
  return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

static void deny_all(struct filter *filter, const long *calls, size_t count, int error) {
  for (size_t index = 0; index < count; index++) filter_deny(filter, calls[index], error);
}

// Threads, but no processes.
static void forbid_processes(struct filter *filter) {
#ifdef __NR_clone3
  // Its flags lie in memory, where a filter cannot look; the C library falls back to clone.
  filter_deny(filter, __NR_clone3, ENOSYS);
#endif
#ifdef __NR_fork
  filter_deny(filter, __NR_fork, EPERM);
  filter_deny(filter, __NR_vfork, EPERM);
#endif
  filter_with(filter, __NR_clone, 0, CLONE_THREAD, EPERM);
}

// Signals and limits for the process itself, and for nobody else.
static void keep_to_itself(struct filter *filter) {
  const uint32_t own[] = {(uint32_t)getpid()};
  const uint32_t own_or_zero[] = {own[0], 0};
  filter_only(filter, __NR_kill, 0, own, 1, EPERM);
  filter_only(filter, __NR_tgkill, 0, own, 1, EPERM);
  filter_only(filter, __NR_rt_sigqueueinfo, 0, own, 1, EPERM);
  filter_only(filter, __NR_rt_tgsigqueueinfo, 0, own, 1, EPERM);
  filter_only(filter, __NR_prlimit64, 0, own_or_zero, 2, EPERM);
}

// A file can be told to signal another process when something happens to it.
static void forbid_signals_through_files(struct filter *filter) {
  const uint32_t commands[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG, F_SETLEASE, F_NOTIFY};
  filter_except(filter, __NR_fcntl, 1, commands, COUNT(commands), EPERM);
  const uint32_t requests[] = {
      0x8901 /* FIOSETOWN */, 0x8902 /* SIOCSPGRP */, 0x5412 /* TIOCSTI */, 0x541C /* TIOCLINUX */
  };
  filter_except(filter, __NR_ioctl, 1, requests, COUNT(requests), EPERM);
}

// Only the names of threads: the rest could outlive the parent or lift other rules.
static void keep_process_settings(struct filter *filter) {
  const uint32_t harmless[] = {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_GET_SECCOMP};
  filter_only(filter, __NR_prctl, 0, harmless, COUNT(harmless), EPERM);
}

static void begin_rules(struct filter *filter) {
  filter_begin(filter);
  forbid_processes(filter);
  keep_to_itself(filter);
  forbid_signals_through_files(filter);
  deny_all(filter, forbidden_calls, COUNT(forbidden_calls), EPERM);
}

int jail_filter_compiler(void) {
  struct filter filter;
  begin_rules(&filter);
  return filter_apply(&filter);
}

int jail_filter_snippet(void) {
  const uint32_t changing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_PATH;
  struct filter filter;
  begin_rules(&filter);
  keep_process_settings(&filter);
  filter_deny(&filter, __NR_execve, EPERM);
  filter_deny(&filter, __NR_execveat, EPERM);
#ifdef __NR_open
  filter_without(&filter, __NR_open, 1, changing, EACCES);
#endif
  filter_without(&filter, __NR_openat, 2, changing, EACCES);
#ifdef __NR_openat2
  filter_deny(&filter, __NR_openat2, ENOSYS);
#endif
  deny_all(&filter, changing_calls, COUNT(changing_calls), EACCES);
  return filter_apply(&filter);
}

#else

int jail_has_seccomp(void) { return 0; }
int jail_filter_compiler(void) { return ENOSYS; }
int jail_filter_snippet(void) { return ENOSYS; }

#endif

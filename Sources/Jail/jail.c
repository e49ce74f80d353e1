#define _GNU_SOURCE
#include "Jail.h"

#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

int jail_forbid_privileges(void) {
#if defined(__linux__)
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
#else
  return 0;
#endif
}

int jail_become_nobody(void) {
  const uid_t nobody = 65534;
  if (setgroups(0, NULL) != 0) return errno;
#if defined(__linux__)
  if (setresgid(nobody, nobody, nobody) != 0) return errno;
  if (setresuid(nobody, nobody, nobody) != 0) return errno;
#else
  if (setgid(nobody) != 0) return errno;
  if (setuid(nobody) != 0) return errno;
#endif
  // Whoever can turn back has given nothing up.
  if (setuid(0) == 0 || geteuid() == 0) return EPERM;
  return 0;
}

int jail_die_with_parent(pid_t parent) {
#if defined(__linux__)
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return errno;
#endif
  // The parent may have ended before the kernel was asked to watch it.
  if (parent != 0 && getppid() != parent) return ESRCH;
  return 0;
}

int jail_count_threads_apart(void) {
#if defined(__linux__)
  if (unshare(CLONE_NEWUSER) != 0) return errno;
  // Whoever makes such a space has all rights within it, and needs none.
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct nothing[_LINUX_CAPABILITY_U32S_3] = {{0}};
  return syscall(__NR_capset, &header, nothing) == 0 ? 0 : errno;
#else
  return ENOSYS;
#endif
}

int jail_close_from(int first) {
#if defined(__linux__) && defined(__NR_close_range)
  if (syscall(__NR_close_range, (unsigned)first, ~0U, 0) == 0) return 0;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  if (most < 0 || most > 65536) most = 65536;
  for (int descriptor = first; descriptor < most; descriptor++) close(descriptor);
  return 0;
}

int jail_limit(int resource, uint64_t soft, uint64_t hard) {
#if defined(__APPLE__)
  // Every process maps more than this from the start, so macOS refuses it.
  if (resource == RLIMIT_AS) return 0;
#endif
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return errno;
  if (limit.rlim_max == RLIM_INFINITY || hard < limit.rlim_max) limit.rlim_max = (rlim_t)hard;
  limit.rlim_cur = soft < limit.rlim_max ? (rlim_t)soft : limit.rlim_max;
  return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

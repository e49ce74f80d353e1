#define _GNU_SOURCE
#include "Jail.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/mman.h>
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

static int nameless_descriptor(void) {
#if defined(__linux__) && defined(__NR_memfd_create)
  return (int)syscall(__NR_memfd_create, "backmark", MFD_CLOEXEC);
#else
  char path[1024];
  const char *folder = getenv("TMPDIR");
  size_t length = folder == NULL ? 0 : strlen(folder);
  if (length == 0 || length > sizeof path - 32) {
    errno = ENOENT;
    return -1;
  }
  memcpy(path, folder, length);
  memcpy(path + length, "/backmark.XXXXXX", sizeof "/backmark.XXXXXX");
  int file = mkstemp(path);
  if (file >= 0) {
    unlink(path);
    fcntl(file, F_SETFD, FD_CLOEXEC);
  }
  return file;
#endif
}

int jail_nameless_file(const void *bytes, size_t count) {
  int file = nameless_descriptor();
  if (file < 0) return -1;
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(file, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int problem = written < 0 ? errno : EIO;
      close(file);
      errno = problem;
      return -1;
    }
    rest += written;
    count -= (size_t)written;
  }
  if (lseek(file, 0, SEEK_SET) == 0) return file;
  int problem = errno;
  close(file);
  errno = problem;
  return -1;
}

int jail_pipe(int ends[2]) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

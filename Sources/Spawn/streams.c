#define _GNU_SOURCE
#include "Spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/mman.h>
#include <sys/syscall.h>
#endif

int spawn_nameless_file(void) {
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

int spawn_pipe(int ends[2]) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

#define _GNU_SOURCE

// Faults on purpose, for a program that this library is loaded into before all others (LD_PRELOAD).
//
//   BACKMARK_FAULT       what happens: enospc, eio, eintr, short, kill, or count, which does nothing
//   BACKMARK_FAULT_AT    at which write it happens, counted from 1; later ones are as ever, but that a
//                        full or a broken disk stays so
//   BACKMARK_FAULT_LOG   where the number of writes is left at the end
//
// Writes are those into files; what goes to the standard streams is left alone.

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long writes;

static int is_file(int descriptor) {
  struct stat status;
  return descriptor > 2 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

enum outcome { as_ever, refused, shortened };

// What becomes of the next write of so many bytes.
static enum outcome next(void) {
  const char *fault = getenv("BACKMARK_FAULT");
  const char *place = getenv("BACKMARK_FAULT_AT");
  long number = atomic_fetch_add(&writes, 1) + 1;
  if (fault == NULL || place == NULL) return as_ever;
  long at = atol(place);
  int lasts = strcmp(fault, "enospc") == 0 || strcmp(fault, "eio") == 0;
  if (number != at && !(lasts && number > at)) return as_ever;
  if (strcmp(fault, "kill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(fault, "short") == 0) return shortened;
  if (strcmp(fault, "count") == 0) return as_ever;
  errno = strcmp(fault, "enospc") == 0 ? ENOSPC : strcmp(fault, "eio") == 0 ? EIO : EINTR;
  return refused;
}

static size_t half(size_t count) { return count > 1 ? count / 2 : count; }

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (is_file(descriptor)) {
    enum outcome outcome = next();
    if (outcome == refused) return -1;
    if (outcome == shortened) count = half(count);
  }
  return syscall(SYS_write, descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t place) {
  if (is_file(descriptor)) {
    enum outcome outcome = next();
    if (outcome == refused) return -1;
    if (outcome == shortened) count = half(count);
  }
  return syscall(SYS_pwrite64, descriptor, bytes, count, place);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off_t place) {
  return pwrite(descriptor, bytes, count, place);
}

// A change of names writes no bytes, so that it is never cut short and never interrupted.
static int is_refused(void) {
  const char *fault = getenv("BACKMARK_FAULT");
  if (fault != NULL && (strcmp(fault, "short") == 0 || strcmp(fault, "eintr") == 0)) return 0;
  return next() == refused;
}

int rename(const char *from, const char *to) {
  if (is_refused()) return -1;
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  if (is_refused()) return -1;
  return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("BACKMARK_FAULT_LOG");
  if (path == NULL) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", (long)writes);
  int log = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (log < 0) return;
  syscall(SYS_write, log, text, (size_t)length);
  close(log);
}

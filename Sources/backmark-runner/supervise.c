#define _GNU_SOURCE
#include "supervise.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "Jail.h"
#include "calls.h"
#include "compile.h"
#include "complain.h"
#include "frames.h"
#include "libraries.h"
#include "request.h"

static void confine(const struct request *request) {
  int problem = jail_forbid_privileges();
  if (problem != 0) give_up("new privileges cannot be forbidden", problem);
  problem = jail_limit(RLIMIT_CORE, 0, 0);
  if (problem != 0) give_up("core dumps cannot be forbidden", problem);
  struct jail_files files = {
      .readable = (const char *const *)request->readable,
      .executable = (const char *const *)request->executable,
      .writable = (const char *const *)request->writable,
  };
  problem = jail_restrict_files(&files);
  if (problem == ENOSYS && (request->permissions & request_without_landlock) != 0) problem = 0;
  if (problem != 0) give_up("files cannot be taken away (Landlock)", problem);
}

// Signals and the environment as a program finds them that nobody has tampered with.
static void begin_afresh(void) {
  static char language[] = "LANG=C.UTF-8";
  static char no_backtrace[] = "SWIFT_BACKTRACE=enable=no";
  static char *environment[] = {language, no_backtrace, NULL};
  extern char **environ;
  environ = environment;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
#if defined(__GLIBC__)
  // Every arena reserves address space, which is what the limit on memory counts.
  mallopt(M_ARENA_MAX, 2);
#endif
}

int supervise(void) {
  static struct request request;
#if defined(__APPLE__)
  // Not entered from the grader: its session is its own all the same, for the grader to end.
  setsid();
#endif
  begin_afresh();
  jail_close_from(STDERR_FILENO + 1);
  read_request(STDIN_FILENO, &request);
  confine(&request);
  if (chdir(request.folder) != 0) give_up("the folder of the answer cannot be entered", errno);
  uint32_t held[] = {(uint32_t)jail_landlock_abi(), (uint32_t)jail_has_seccomp()};
  send_numbered(frame_hello, held, 2, NULL, 0);
  if (compile_and_link(&request) && request.call_count > 0) make_calls(&request);
  send_frame(frame_done, NULL, 0);
  return 0;
}

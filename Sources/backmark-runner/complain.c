#include "complain.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

_Noreturn void give_up(const char *what, int code) {
  if (code == 0)
    dprintf(STDERR_FILENO, "backmark-runner: %s\n", what);
  else
    dprintf(STDERR_FILENO, "backmark-runner: %s: %s\n", what, strerror(code));
  _exit(70);
}

#include "libraries.h"

#include <dlfcn.h>
#include <stdlib.h>

int load_libraries(char *const *paths, const char **reason) {
  // The same file gives the same results every time: dictionaries and sets keep one order.
  setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1);
  for (; *paths != 0; paths++) {
    if (dlopen(*paths, RTLD_LAZY | RTLD_GLOBAL) == 0) {
      *reason = dlerror();
      return -1;
    }
  }
  return 0;
}

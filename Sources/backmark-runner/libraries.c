#include "libraries.h"

#include <dlfcn.h>

int load_libraries(char *const *paths, const char **reason) {
  for (; *paths != 0; paths++) {
    if (dlopen(*paths, RTLD_NOW | RTLD_GLOBAL) == 0) {
      *reason = dlerror();
      return -1;
    }
  }
  return 0;
}

#ifndef RUNNER_LIBRARIES_H
#define RUNNER_LIBRARIES_H

// Loads libraries so that a student's program finds them; 0, or -1 with the reason in `reason`.
int load_libraries(char *const *paths, const char **reason);

#endif

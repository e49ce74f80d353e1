#define _GNU_SOURCE
#include "Jail.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>
#endif

#if defined(__linux__) && defined(__NR_landlock_create_ruleset)

// The kernel's own definitions, spelled out since the headers of older systems end sooner than
// what their kernels can do.
struct ruleset_attributes {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

struct path_attributes {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum { create_version = 1, rule_path_beneath = 1 };

#define RIGHT(bit) (1ULL << (bit))
static const uint64_t right_execute = RIGHT(0);
static const uint64_t right_write_file = RIGHT(1);
static const uint64_t right_read_file = RIGHT(2);
static const uint64_t right_read_folder = RIGHT(3);
static const uint64_t right_remove = RIGHT(4) | RIGHT(5);
static const uint64_t right_make_folder = RIGHT(7);
static const uint64_t right_make_file = RIGHT(8);
static const uint64_t right_truncate = RIGHT(14);
static const uint64_t rights_of_files = RIGHT(0) | RIGHT(1) | RIGHT(2) | RIGHT(14) | RIGHT(15);

int jail_landlock_abi(void) {
  long version = syscall(__NR_landlock_create_ruleset, NULL, 0, create_version);
  return version < 0 ? 0 : (int)version;
}

// All that this version can take away.
static struct ruleset_attributes everything(int abi) {
  struct ruleset_attributes all = {.files = RIGHT(13) - 1};
  if (abi >= 2) all.files |= RIGHT(13);
  if (abi >= 3) all.files |= right_truncate;
  if (abi >= 4) all.network = RIGHT(0) | RIGHT(1);
  if (abi >= 5) all.files |= RIGHT(15);
  if (abi >= 6) all.scopes = RIGHT(0) | RIGHT(1);
  return all;
}

static int allow(int ruleset, const char *path, uint64_t rights) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT || errno == EACCES ? 0 : errno;
  struct stat status;
  int problem = fstat(place, &status) == 0 ? 0 : errno;
  if (problem == 0) {
    if (!S_ISDIR(status.st_mode)) rights &= rights_of_files;
    struct path_attributes rule = {.allowed = rights, .parent = place};
    if (syscall(__NR_landlock_add_rule, ruleset, rule_path_beneath, &rule, 0) != 0) problem = errno;
  }
  close(place);
  return problem;
}

static int allow_all(int ruleset, const char *const *paths, uint64_t rights) {
  for (; paths != NULL && *paths != NULL; paths++) {
    int problem = allow(ruleset, *paths, rights);
    if (problem != 0) return problem;
  }
  return 0;
}

int jail_restrict_files(const struct jail_files *files) {
  int abi = jail_landlock_abi();
  if (abi == 0) return ENOSYS;
  struct ruleset_attributes all = everything(abi);
  size_t size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
  int ruleset = (int)syscall(__NR_landlock_create_ruleset, &all, size, 0);
  if (ruleset < 0) return errno;
  const uint64_t reading = right_read_file | right_read_folder;
  const uint64_t writing = reading | right_write_file | right_make_folder | right_make_file |
                           right_remove | right_truncate;
  int problem = allow_all(ruleset, files->readable, reading & all.files);
  if (problem == 0)
    problem = allow_all(ruleset, files->executable, (reading | right_execute) & all.files);
  if (problem == 0) problem = allow_all(ruleset, files->writable, writing & all.files);
  if (problem == 0) problem = jail_forbid_privileges();
  if (problem == 0 && syscall(__NR_landlock_restrict_self, ruleset, 0) != 0) problem = errno;
  close(ruleset);
  return problem;
}

#else

int jail_landlock_abi(void) { return 0; }

int jail_restrict_files(const struct jail_files *files) {
  (void)files;
  return ENOSYS;
}

#endif

#define _GNU_SOURCE
#include "snippet.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "Jail.h"
#include "Spawn.h"
#include "frames.h"
#include "trace.h"

enum { result_descriptor = 3 };

typedef void read_function(void *, intptr_t, intptr_t);
typedef void write_function(const void *, intptr_t, intptr_t);
typedef void call_function(read_function *, write_function *);

static const uint8_t *arguments;
static size_t arguments_left;
static uint8_t *result;
static size_t result_size, result_capacity, result_most;
static int result_is_too_large;
static uint32_t current_call;

static void tell(enum record_kind kind, uint32_t call, const void *bytes, size_t count) {
  struct record record = {(uint32_t)kind, call, (uint32_t)count};
  write_whole(result_descriptor, &record, sizeof record);
  write_whole(result_descriptor, bytes, count);
}

static void must(const char *what, int problem) {
  if (problem == 0) return;
  char reason[256];
  int length = snprintf(reason, sizeof reason, "%s: %s", what, strerror(problem));
  tell(record_fault, 0, reason, (size_t)length);
  _exit(70);
}

// The adapter takes the next argument's bytes.
static void read_bytes(void *place, intptr_t count, intptr_t size) {
  size_t length = (size_t)count * (size_t)size;
  if (length > arguments_left) abort();
  if (length > 0) memcpy(place, arguments, length);
  arguments += length;
  arguments_left -= length;
}

// The adapter hands over a part of the result.
static void write_bytes(const void *place, intptr_t count, intptr_t size) {
  size_t length = (size_t)count * (size_t)size;
  if (length > result_most - result_size) result_is_too_large = 1;
  if (result_is_too_large || length == 0) return;
  if (length > result_capacity - result_size) {
    size_t capacity = 2 * result_capacity + length + 256;
    uint8_t *grown = realloc(result, capacity);
    if (grown == NULL) abort();
    result = grown;
    result_capacity = capacity;
  }
  memcpy(result + result_size, place, length);
  result_size += length;
}

static void take_places(int results, int output) {
  int nothing[2];
  must("pipe", spawn_pipe(nothing));
  // Above the places that are about to be taken.
  int from = dup(results);
  while (from >= 0 && from <= result_descriptor) from = dup(results);
  if (from < 0 || dup2(nothing[0], STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
      dup2(output, STDERR_FILENO) < 0 || dup2(from, result_descriptor) < 0)
    must("descriptors", errno);
  jail_close_from(result_descriptor + 1);
  // What was printed before a crash is part of the explanation.
  setvbuf(stdout, NULL, _IOLBF, 1 << 14);
}

// The most threads of a program whose own are counted by themselves.
static const uint64_t threads_alone = 64;

// The system counts threads for a user: without users of its own, a program that holds all that one
// may have would keep the answer beside it from starting any.
static void limit_threads(const struct limits *limits) {
  uint64_t most = jail_count_threads_apart() == 0 ? threads_alone : limits->threads;
  if (most > 0) must("threads", jail_limit(RLIMIT_NPROC, most, most));
}

static void limit_snippet(const struct limits *limits) {
  uint64_t seconds = limits->run_time / 1000 * 2 + 2;
  must("processor time", jail_limit(RLIMIT_CPU, seconds, seconds + 1));
  must("memory", jail_limit(RLIMIT_AS, limits->run_memory, limits->run_memory));
  must("file size", jail_limit(RLIMIT_FSIZE, 0, 0));
  must("descriptors", jail_limit(RLIMIT_NOFILE, 32, 32));
  must("stack", jail_limit(RLIMIT_STACK, 8 << 20, 8 << 20));
  must("locked memory", jail_limit(RLIMIT_MEMLOCK, 0, 0));
#if defined(__linux__)
  must("queues", jail_limit(RLIMIT_MSGQUEUE, 0, 0));
#elif defined(__APPLE__)
  // It counts processes, of which there is one already, and no threads: no fork can succeed.
  must("processes", jail_limit(RLIMIT_NPROC, 1, 1));
#endif
  limit_threads(limits);
}

static void confine(const struct request *request) {
  limit_snippet(&request->limits);
  must("parent", jail_die_with_parent(0));
  struct jail_files files = {.readable = (const char *const *)request->run_readable};
  int problem = jail_restrict_files(&files);
  if (problem == ENOSYS && (request->permissions & request_without_landlock) != 0) problem = 0;
  must("files", problem);
  problem = jail_filter_snippet();
  if ((request->permissions & request_without_filter) == 0) must("system calls", problem);
}

static call_function *find(void *program, uint32_t function) {
  char name[40];
  snprintf(name, sizeof name, "backmark_call_%u", function);
  call_function *found;
  void *symbol = dlsym(program, name);
  memcpy(&found, &symbol, sizeof found);
  return found;
}

static void tell_where(const uint64_t *places, size_t count) {
  tell(record_trace, current_call, places, count * sizeof *places);
}

static void tell_of_exhaustion(void) { tell(record_exhausted, current_call, NULL, 0); }

static void make_call(call_function *function, const struct call *call, uint32_t index) {
  current_call = index;
  arguments = call->arguments;
  arguments_left = call->size;
  result_size = 0;
  result_is_too_large = 0;
  function(read_bytes, write_bytes);
  fflush(stdout);
  if (result_is_too_large)
    tell(record_too_large, index, NULL, 0);
  else
    tell(record_result, index, result, result_size);
}

_Noreturn void run_snippet(const struct request *request, uint32_t first, int results, int output) {
  take_places(results, output);
  confine(request);
  forget_request(request, first);
  result_most = request->limits.result;
  tell(record_ready, first, NULL, 0);
  void *program = dlopen(request->snippet, RTLD_NOW | RTLD_LOCAL);
  if (program == NULL) {
    const char *reason = dlerror();
    tell(record_unloadable, first, reason, strlen(reason));
    _exit(0);
  }
  tell_of_crashes(program, tell_where, tell_of_exhaustion, request->limits.run_memory / 4);
  for (uint32_t index = first; index < request->call_count;
       index = next_call(request, index + 1)) {
    call_function *function = find(program, request->calls[index].function);
    if (function == NULL) {
      const char reason[] = "an adapter is missing";
      tell(record_unloadable, index, reason, sizeof reason - 1);
      _exit(0);
    }
    make_call(function, &request->calls[index], index);
  }
  _exit(0);
}

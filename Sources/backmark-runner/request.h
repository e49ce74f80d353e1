#ifndef RUNNER_REQUEST_H
#define RUNNER_REQUEST_H

// What the grader asks for, read once from the standard input.

#include <stddef.h>
#include <stdint.h>

struct call {
  uint32_t function;
  // Whether it is not made, since its function broke off or hung too often.
  uint32_t is_left_out;
  const uint8_t *arguments;
  size_t size;
};

// Times in milliseconds, sizes in bytes; in the order in which they are sent.
struct limits {
  uint64_t compile_time;
  uint64_t compile_processor_time;
  uint64_t compile_memory;
  uint64_t compile_file;
  uint64_t messages;
  uint64_t call_time;
  uint64_t call_processor_time;
  uint64_t run_time;
  uint64_t run_memory;
  uint64_t output_kept;
  uint64_t result;
  uint64_t results;
  uint64_t restarts;
  uint64_t hangs;
  uint64_t threads;
};

enum { request_without_landlock = 1, request_without_filter = 2 };

struct request {
  struct limits limits;
  // Which parts of the confinement may be missing here.
  uint64_t permissions;
  const char *folder;
  char **readable;
  char **executable;
  char **writable;
  char **run_readable;
  char **environment;
  char **frontend;
  char **linker;
  // What names the lines of addresses; empty where nothing does.
  char **symbolizer;
  char **libraries;
  const char *snippet;
  struct call *calls;
  size_t call_count;
  // The bytes as they came, and how many of them stand before the calls.
  const uint8_t *raw;
  size_t raw_heading;
};

// The first call that is made, from this one on.
uint32_t next_call(const struct request *request, uint32_t call);

// Takes out of this process's memory what is not an argument of a call from `first` on, so that
// a program that looks through it finds nothing else: neither paths nor how it was compiled.
void forget_request(const struct request *request, uint32_t first);

// Reads the whole request; ends the process with a message where it is not sound.
void read_request(int descriptor, struct request *request);

#endif

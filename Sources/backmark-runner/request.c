#include "request.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "complain.h"

// The request with its place of reading; whatever is asked beyond the end ends the process.
struct reader {
  const uint8_t *next;
  size_t rest;
};

static const uint64_t magic = 0x35304B52414D4B42;
static const size_t largest_request = (size_t)256 << 20;

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count == 0 ? 1 : count, size);
  if (memory == NULL) give_up("there is no memory for the request", ENOMEM);
  return memory;
}

static const uint8_t *take(struct reader *reader, size_t count) {
  if (count > reader->rest) give_up("the request ends too early", 0);
  const uint8_t *bytes = reader->next;
  reader->next += count;
  reader->rest -= count;
  return bytes;
}

static uint32_t take_count(struct reader *reader) {
  uint32_t value;
  memcpy(&value, take(reader, sizeof value), sizeof value);
  return value;
}

static uint64_t take_number(struct reader *reader) {
  uint64_t value;
  memcpy(&value, take(reader, sizeof value), sizeof value);
  return value;
}

static char *take_text(struct reader *reader) {
  size_t length = take_count(reader);
  const uint8_t *bytes = take(reader, length);
  char *text = allocate(length + 1, 1);
  memcpy(text, bytes, length);
  return text;
}

static char **take_texts(struct reader *reader) {
  size_t count = take_count(reader);
  // Every text takes four bytes at least, which bounds what a wrong count could allocate.
  if (count > reader->rest / 4) give_up("the request has an impossible count", 0);
  char **texts = allocate(count + 1, sizeof *texts);
  for (size_t index = 0; index < count; index++) texts[index] = take_text(reader);
  return texts;
}

static void take_calls(struct reader *reader, struct request *request) {
  size_t count = take_count(reader);
  if (count > reader->rest / 8) give_up("the request has an impossible count of calls", 0);
  request->calls = allocate(count, sizeof *request->calls);
  request->call_count = count;
  for (size_t index = 0; index < count; index++) {
    struct call *call = &request->calls[index];
    call->function = take_count(reader);
    call->size = take_count(reader);
    call->arguments = take(reader, call->size);
  }
}

// A plain loop over volatile bytes: nothing may leave it out for bytes that are not read again.
static void wipe(const void *bytes, size_t count) {
  volatile uint8_t *byte = (volatile uint8_t *)bytes;
  for (size_t index = 0; index < count; index++) byte[index] = 0;
}

static void wipe_text(const char *text) {
  if (text != NULL) wipe(text, strlen(text));
}

static void wipe_texts(char **texts) {
  for (char **text = texts; text != NULL && *text != NULL; text++) wipe_text(*text);
}

void forget_request(const struct request *request, uint32_t first) {
  wipe(request->raw, request->raw_heading);
  wipe_text(request->folder);
  char **const lists[] = {
      request->readable, request->executable, request->writable, request->run_readable,
      request->environment, request->frontend, request->linker, request->symbolizer,
      request->libraries,
  };
  for (size_t list = 0; list < sizeof lists / sizeof lists[0]; list++) wipe_texts(lists[list]);
  for (uint32_t index = 0; index < request->call_count; index++) {
    const struct call *call = &request->calls[index];
    if (index < first || call->is_left_out) wipe(call->arguments, call->size);
  }
}

static uint8_t *enlarged(uint8_t *bytes, size_t count, size_t capacity) {
  uint8_t *more = allocate(capacity, 1);
  memcpy(more, bytes, count);
  wipe(bytes, count);
  free(bytes);
  return more;
}

static void read_all(int descriptor, struct reader *reader) {
  size_t capacity = (size_t)1 << 16;
  size_t count = 0;
  uint8_t *bytes = allocate(capacity, 1);
  for (;;) {
    if (count == capacity) {
      if (capacity >= largest_request) give_up("the request is too large", 0);
      capacity *= 4;
      bytes = enlarged(bytes, count, capacity);
    }
    ssize_t received = read(descriptor, bytes + count, capacity - count);
    if (received < 0 && errno == EINTR) continue;
    if (received < 0) give_up("the request cannot be read", errno);
    if (received == 0) break;
    count += (size_t)received;
  }
  reader->next = bytes;
  reader->rest = count;
}

uint32_t next_call(const struct request *request, uint32_t call) {
  while (call < request->call_count && request->calls[call].is_left_out) call++;
  return call;
}

void read_request(int descriptor, struct request *request) {
  struct reader reader;
  read_all(descriptor, &reader);
  request->raw = reader.next;
  if (take_number(&reader) != magic)
    give_up("the request is not of this version: the runner and the grader belong together", 0);
  memcpy(&request->limits, take(&reader, sizeof request->limits), sizeof request->limits);
  request->permissions = take_number(&reader);
  request->folder = take_text(&reader);
  request->readable = take_texts(&reader);
  request->executable = take_texts(&reader);
  request->writable = take_texts(&reader);
  request->run_readable = take_texts(&reader);
  request->environment = take_texts(&reader);
  request->frontend = take_texts(&reader);
  request->linker = take_texts(&reader);
  request->symbolizer = take_texts(&reader);
  request->libraries = take_texts(&reader);
  request->snippet = take_text(&reader);
  request->raw_heading = (size_t)(reader.next - request->raw);
  take_calls(&reader, request);
  if (reader.rest != 0) give_up("the request is longer than it says", 0);
}

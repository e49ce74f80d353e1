#include "frames.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void write_whole(int descriptor, const void *bytes, size_t count) {
  const uint8_t *rest = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(71);
    rest += written;
    count -= (size_t)written;
  }
}

void send_frame(enum frame kind, const void *bytes, size_t count) {
  send_numbered(kind, NULL, 0, bytes, count);
}

void send_numbered(enum frame kind, const uint32_t *numbers, size_t number_count,
                   const void *bytes, size_t count) {
  uint8_t head[5 + 4 * sizeof(uint32_t)];
  size_t size = number_count * sizeof(uint32_t);
  uint32_t length = (uint32_t)(size + count);
  head[0] = (uint8_t)kind;
  memcpy(head + 1, &length, sizeof length);
  if (size > 0) memcpy(head + 5, numbers, size);
  write_whole(STDOUT_FILENO, head, 5 + size);
  write_whole(STDOUT_FILENO, bytes, count);
}

#include "compile.h"

#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "frames.h"
#include "libraries.h"
#include "tool.h"
#include "watch.h"

// Whether the command ran and came out well; tells the grader how it ended either way.
static int perform(char *const *command, const struct request *request, enum frame frame,
                   uint64_t deadline, int loads) {
  int messages;
  pid_t child = begin_tool(command, request, &messages);
  const char *reason = NULL;
  // The libraries are loaded while the compiler works; the snippet's process inherits them.
  if (loads && load_libraries(request->libraries, &reason) != 0) {
    finish(child, 1);
    send_frame(frame_fault, reason, strlen(reason));
    close(messages);
    return 0;
  }
  struct tool_end end = follow_tool(child, messages, request, frame_message, deadline);
  uint32_t report[] = {(uint32_t)end.ending, end.number, end.processor_time, end.peak_memory};
  send_numbered(frame, report, 4, NULL, 0);
  return end.ending == ending_exit && end.number == 0;
}

int compile_and_link(const struct request *request) {
  uint64_t deadline = now() + request->limits.compile_time;
  if (!perform(request->frontend, request, frame_compiled, deadline, 1)) return 0;
  if (request->linker[0] == NULL) return 0;
  return perform(request->linker, request, frame_linked, deadline, 0);
}

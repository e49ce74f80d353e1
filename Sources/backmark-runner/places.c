#include "places.h"

#include <stdio.h>
#include <stdlib.h>

#include "frames.h"
#include "tool.h"
#include "watch.h"

// It takes a fraction of a second.
static const uint64_t patience = 5000;
enum { place_length = 24 };

void name_places(const struct request *request, const struct crash_traces *traces) {
  size_t words = 0, places = 0;
  while (request->symbolizer[words] != NULL) words++;
  for (uint32_t index = 0; index < traces->count; index++) places += traces->all[index].count;
  if (words == 0 || places == 0) return;
  char **command = calloc(words + places + 1, sizeof *command);
  char(*texts)[place_length] = calloc(places, sizeof *texts);
  if (command != NULL && texts != NULL) {
    for (size_t word = 0; word < words; word++) command[word] = request->symbolizer[word];
    size_t next = 0;
    for (uint32_t index = 0; index < traces->count; index++) {
      const struct crash_trace *trace = &traces->all[index];
      uint32_t report[] = {trace->call, trace->count};
      send_numbered(frame_trace, report, 2, NULL, 0);
      for (uint32_t place = 0; place < trace->count; place++, next++) {
        snprintf(texts[next], place_length, "0x%llx", (unsigned long long)trace->places[place]);
        command[words + next] = texts[next];
      }
    }
    int messages;
    pid_t child = begin_tool(command, request, &messages);
    follow_tool(child, messages, request, frame_places, now() + patience);
  }
  free(texts);
  free(command);
}

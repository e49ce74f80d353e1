#ifndef RUNNER_FRAMES_H
#define RUNNER_FRAMES_H

// What is told to the grader: a byte for the kind, four for the length, then the contents.

#include <stddef.h>
#include <stdint.h>

enum frame {
  frame_hello = 'H',      // Landlock's version, then 1 where system calls can be filtered
  frame_message = 'D',    // what the compiler or the linker writes
  frame_compiled = 'C',   // how the compiler ended: enum ending, number, processor time, memory
  frame_linked = 'L',     // how the linker ended, the same
  frame_result = 'R',     // the call, then what its function returned
  frame_output = 'O',     // what the program printed
  frame_ended = 'E',      // the call that was not finished, enum ending, number, memory, last words
  frame_trace = 'T',      // a call that broke off, and how many of the places are its
  frame_places = 'P',     // the places, as the symbolizer writes them
  frame_fault = 'F',      // why the grader is to blame, in words
  frame_done = 'Z',
};

enum ending {
  ending_exit = 0,
  ending_signal = 1,
  ending_time = 2,
  ending_processor_time = 3,
  ending_memory = 4,
  ending_malformed = 5,
  ending_too_large = 6,
  ending_unloadable = 7,
  ending_run_time = 8,
};

void send_frame(enum frame kind, const void *bytes, size_t count);
// The same, with numbers before the bytes.
void send_numbered(enum frame kind, const uint32_t *numbers, size_t number_count,
                   const void *bytes, size_t count);
// Writes everything, however often it takes; ends the process where the other side is gone.
void write_whole(int descriptor, const void *bytes, size_t count);

#endif

#define _GNU_SOURCE
#include "calls.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "Jail.h"
#include "Spawn.h"
#include "complain.h"
#include "frames.h"
#include "places.h"
#include "snippet.h"
#include "watch.h"

// The last words of a process are where Swift says what went wrong. They are not begun afresh
// with every call: its pipe and that of the results are not read in the order of writing.
enum { words_kept = 16384 };

// A program that gets less than this share of a processor, and could have more, is not at work but
// waits. On a machine with much else to do the clock alone would end calls that are.
enum { least_share = 8 };

// One process that makes calls, and what is known of it.
struct run {
  const struct request *request;
  pid_t child;
  int end;
  int results;
  int output;
  // The call that is being made.
  uint32_t call;
  int is_ready;
  uint64_t call_began;
  uint64_t processor_time_before;
  // The end of all calls by the clock, and what earlier calls spent of the processor.
  uint64_t run_deadline;
  uint64_t run_processor_time;
  // What a call may take, of the clock while it waits and of the processor.
  uint64_t call_time;
  uint64_t call_processor_time;
  // What has been received of the record to come.
  uint8_t *bytes;
  size_t count;
  // How it ended, once that is clear.
  int is_over;
  enum ending ending;
  uint32_t number;
  char words[words_kept];
  size_t word_count;
  // Where it broke off, as far as it could tell, and whether that was for want of memory.
  struct crash_trace trace;
  int is_exhausted;
};

// What all processes of a request have given together.
struct totals {
  uint64_t output_kept;
  int is_output_cut;
  uint64_t results;
  struct crash_traces traces;
};

static void stop(struct run *run, enum ending ending, uint32_t number) {
  if (run->is_over) return;
  run->is_over = 1;
  run->ending = ending;
  run->number = number;
}

static void remember_words(struct run *run, const char *bytes, size_t count) {
  if (count >= words_kept) {
    memcpy(run->words, bytes + count - words_kept, words_kept);
    run->word_count = words_kept;
    return;
  }
  size_t room = words_kept - run->word_count;
  if (count > room) {
    size_t lost = count - room;
    memmove(run->words, run->words + lost, run->word_count - lost);
    run->word_count -= lost;
  }
  memcpy(run->words + run->word_count, bytes, count);
  run->word_count += count;
}

// Whether there was something to read.
static int take_output(struct run *run, struct totals *totals) {
  char buffer[16384];
  ssize_t count = run->output < 0 ? 0 : read(run->output, buffer, sizeof buffer);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
  if (count <= 0) {
    if (run->output >= 0) close(run->output);
    run->output = -1;
    return 0;
  }
  uint64_t room = run->request->limits.output_kept - totals->output_kept;
  size_t passed = (uint64_t)count < room ? (size_t)count : (size_t)room;
  if (passed > 0) send_frame(frame_output, buffer, passed);
  // An empty frame says that there was more.
  if (passed < (size_t)count && !totals->is_output_cut) {
    send_frame(frame_output, NULL, 0);
    totals->is_output_cut = 1;
  }
  totals->output_kept += passed;
  remember_words(run, buffer, (size_t)count);
  return 1;
}

// Of the processor, since the call began; nothing where the child has ended or it cannot be had.
static uint64_t spent_by_call(const struct run *run) {
  uint64_t time = processor_time(run->child);
  return time > run->processor_time_before ? time - run->processor_time_before : 0;
}

static void begin_call(struct run *run, uint32_t call) {
  uint64_t spent = spent_by_call(run);
  run->call = call;
  run->call_began = now();
  run->run_processor_time += spent;
  run->processor_time_before += spent;
  run->trace.count = 0;
  run->is_exhausted = 0;
}

static void fault(const void *bytes, size_t count) {
  send_frame(frame_fault, bytes, count);
  send_frame(frame_done, NULL, 0);
  exit(0);
}

// Many results of the permitted size would still be too much for the grader to hold.
static int is_too_much(struct run *run, struct totals *totals, size_t length) {
  totals->results += length;
  return totals->results > run->request->limits.results;
}

static void report_too_large(struct run *run) {
  uint32_t report[] = {run->call, ending_too_large, 0, 0};
  send_numbered(frame_ended, report, 4, NULL, 0);
  begin_call(run, next_call(run->request, run->call + 1));
}

static void take_trace(struct run *run, const uint8_t *contents, size_t length) {
  size_t count = length / sizeof run->trace.places[0];
  if (count > trace_most) count = trace_most;
  memcpy(run->trace.places, contents, count * sizeof run->trace.places[0]);
  run->trace.count = (uint32_t)count;
}

static void take_record(struct run *run, struct totals *totals, const struct record *record,
                        const uint8_t *contents) {
  if (!run->is_ready) {
    // None of the student's program has run yet, so this can be believed.
    if (record->kind == record_fault) {
      finish(run->child, 1);
      fault(contents, record->length);
    }
    if (record->kind != record_ready) stop(run, ending_malformed, 0);
    run->is_ready = 1;
    begin_call(run, run->call);
    return;
  }
  if (record->call != run->call || run->call >= run->request->call_count) {
    stop(run, ending_malformed, 0);
  } else if (record->kind == record_too_large ||
             (record->kind == record_result && is_too_much(run, totals, record->length))) {
    report_too_large(run);
  } else if (record->kind == record_result) {
    uint32_t call = run->call;
    send_numbered(frame_result, &call, 1, contents, record->length);
    begin_call(run, next_call(run->request, call + 1));
  } else if (record->kind == record_unloadable) {
    remember_words(run, (const char *)contents, record->length);
    stop(run, ending_unloadable, 0);
  } else if (record->kind == record_trace) {
    take_trace(run, contents, record->length);
  } else if (record->kind == record_exhausted) {
    run->is_exhausted = 1;
  } else {
    stop(run, ending_malformed, 0);
  }
}

// Whether there was something to read.
static int take_results(struct run *run, struct totals *totals) {
  size_t capacity = sizeof(struct record) + (size_t)run->request->limits.result;
  if (run->results < 0) return 0;
  struct record record = {0};
  size_t wanted = sizeof record;
  if (run->count >= sizeof record) {
    memcpy(&record, run->bytes, sizeof record);
    wanted += record.length;
  }
  if (run->count < wanted) {
    ssize_t count = read(run->results, run->bytes + run->count, wanted - run->count);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    if (count <= 0) {
      close(run->results);
      run->results = -1;
      return 0;
    }
    run->count += (size_t)count;
  }
  if (run->count < sizeof record) return 1;
  memcpy(&record, run->bytes, sizeof record);
  if (record.length > capacity - sizeof record) {
    stop(run, ending_malformed, 0);
    return 0;
  }
  if (run->count < sizeof record + record.length) return 1;
  run->count = 0;
  take_record(run, totals, &record, run->bytes + sizeof record);
  return 1;
}

// Milliseconds until something has to be looked at again, however quiet the child is.
static int next_look(struct run *run) {
  uint64_t time = now();
  uint64_t spent = spent_by_call(run);
  uint64_t spent_by_all = run->run_processor_time + spent;
  uint64_t run_deadline = run->run_deadline + least_share * spent_by_all;
  if (time >= run_deadline || spent_by_all >= run->request->limits.run_time) {
    stop(run, ending_run_time, 0);
    return 0;
  }
  uint64_t call_deadline = run->call_began + run->call_time + least_share * spent;
  if (time >= call_deadline) {
    stop(run, ending_time, (uint32_t)run->call_time);
    return 0;
  }
  if (spent >= run->call_processor_time) {
    stop(run, ending_processor_time, (uint32_t)run->call_processor_time);
    return 0;
  }
  uint64_t pause = call_deadline - time;
  if (run_deadline - time < pause) pause = run_deadline - time;
  // Several threads spend processor time faster than the clock runs.
  uint64_t look = (run->call_processor_time - spent) / 4 + 10;
  if (look < pause) pause = look;
  if (run->end < 0 && pause > 5) pause = 5;
  return (int)pause;
}

// The child has ended: everything it left in its pipes still counts.
static void take_the_rest(struct run *run, struct totals *totals) {
  while (!run->is_over && take_results(run, totals)) continue;
  while (!run->is_over && take_output(run, totals)) continue;
}

static void follow(struct run *run, struct totals *totals) {
  while (!run->is_over) {
    int pause = next_look(run);
    if (run->is_over) break;
    struct pollfd waits[] = {
        {.fd = run->results, .events = POLLIN},
        {.fd = run->output, .events = POLLIN},
        {.fd = run->end, .events = POLLIN},
    };
    if (poll(waits, 3, pause) < 0 && errno != EINTR) give_up("waiting for the program", errno);
    while (!run->is_over && take_results(run, totals)) continue;
    if (waits[1].revents != 0 && !run->is_over) take_output(run, totals);
    if (!run->is_over && (waits[2].revents != 0 || run->end < 0) && has_ended(run->child)) {
      take_the_rest(run, totals);
      break;
    }
  }
}

static void become_snippet(const struct request *request, uint32_t first, int results[2],
                           int output[2]) {
  close(results[0]);
  close(output[0]);
  run_snippet(request, first, results[1], output[1]);
}

static void begin(struct run *run, const struct request *request, uint32_t first) {
  int results[2], output[2];
  int problem = spawn_pipe(results);
  if (problem == 0) problem = spawn_pipe(output);
  if (problem != 0) give_up("pipes for the program", problem);
  pid_t child = fork();
  if (child < 0) give_up("a process for the program", errno);
  if (child == 0) become_snippet(request, first, results, output);
  close(results[1]);
  close(output[1]);
  fcntl(results[0], F_SETFL, O_NONBLOCK);
  fcntl(output[0], F_SETFL, O_NONBLOCK);
  run->child = child;
  run->end = end_descriptor(child);
  run->results = results[0];
  run->output = output[0];
  run->count = 0;
  run->word_count = 0;
  run->is_over = 0;
  run->is_ready = 0;
  run->processor_time_before = 0;
  begin_call(run, first);
}

static void remember_trace(struct run *run, struct crash_traces *traces) {
  if (run->trace.count == 0 || traces->count == traces_most) return;
  run->trace.call = run->call;
  traces->all[traces->count++] = run->trace;
}

// Whether the calls are over; otherwise the next one has to be made by another process.
static int conclude(struct run *run, struct totals *totals) {
  if (run->end >= 0) close(run->end);
  if (run->results >= 0) close(run->results);
  struct child_end end = finish(run->child, run->is_over);
  if (run->output >= 0) close(run->output);
  if (!run->is_over) {
    if (WIFSIGNALED(end.status))
      stop(run, run->is_exhausted ? ending_memory : ending_signal, (uint32_t)WTERMSIG(end.status));
    else
      stop(run, ending_exit, (uint32_t)WEXITSTATUS(end.status));
  }
  if (run->call >= run->request->call_count) return 1;
  if (!run->is_ready) {
    const char words[] = "the program's process ended before it was ready";
    fault(words, sizeof words - 1);
  }
  uint32_t report[] = {run->call, (uint32_t)run->ending, run->number, end.peak_memory};
  send_numbered(frame_ended, report, 4, run->words, run->word_count);
  if (run->ending == ending_signal) remember_trace(run, &totals->traces);
  return run->ending == ending_run_time || run->ending == ending_unloadable;
}

// Whoever has waited in vain waits half as long the next time, but long enough for honest calls.
static void lose_patience(struct run *run) {
  const uint64_t least = 100;
  if (run->call_time / 2 >= least) run->call_time /= 2;
  if (run->call_processor_time / 2 >= least) run->call_processor_time /= 2;
}

// How often calls of a function did not come to their end.
struct failures {
  uint64_t broken;
  uint64_t hanging;
};

static struct failures *failures_of_functions(const struct request *request) {
  uint32_t most = 0;
  for (uint32_t call = 0; call < request->call_count; call++)
    if (request->calls[call].function > most) most = request->calls[call].function;
  struct failures *failures = calloc((size_t)most + 1, sizeof *failures);
  if (failures == NULL) give_up("there is no memory for the calls", ENOMEM);
  return failures;
}

// A function that fails too often is not called again, so that it costs the others nothing.
static void count_failure(struct run *run, const struct request *request,
                          struct failures *of_functions) {
  uint32_t function = request->calls[run->call].function;
  struct failures *failures = &of_functions[function];
  if (run->ending == ending_time || run->ending == ending_processor_time) {
    failures->hanging++;
    lose_patience(run);
    // Who waits for it in vain has no less time for what does come back.
    run->run_deadline += now() - run->call_began;
  }
  failures->broken++;
  const struct limits *limits = &request->limits;
  if (failures->broken <= limits->restarts && failures->hanging < limits->hangs) return;
  for (uint32_t call = run->call; call < request->call_count; call++)
    if (request->calls[call].function == function) request->calls[call].is_left_out = 1;
}

void make_calls(const struct request *request) {
  struct totals totals = {0};
  struct run run = {
      .request = request,
      .run_deadline = now() + request->limits.run_time,
      .call_time = request->limits.call_time,
      .call_processor_time = request->limits.call_processor_time,
  };
  run.bytes = malloc(sizeof(struct record) + (size_t)request->limits.result);
  if (run.bytes == NULL) give_up("there is no memory for results", ENOMEM);
  struct failures *failures = failures_of_functions(request);
  uint32_t first = 0;
  while (first < request->call_count) {
    begin(&run, request, first);
    follow(&run, &totals);
    if (conclude(&run, &totals)) break;
    count_failure(&run, request, failures);
    first = next_call(request, run.call + 1);
  }
  free(failures);
  free(run.bytes);
  name_places(request, &totals.traces);
}

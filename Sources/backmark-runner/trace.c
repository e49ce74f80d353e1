#define _GNU_SOURCE
#include "trace.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <link.h>
#include <signal.h>
#include <sys/mman.h>
#include <unwind.h>

// Enough for a handler that is called where the stack has no more room.
static char handler_stack[1 << 16];
// What a broken program left of its stack may have no end.
enum { frames_most = 512 };

static tell_trace *told;
static tell_exhaustion *told_of_memory;
static size_t room_needed;
static uintptr_t base, code_begin, code_end;

// The unwinder comes with Swift's libraries; this program alone needs none.
static _Unwind_Reason_Code (*unwind)(_Unwind_Trace_Fn, void *);
static uintptr_t (*place_in)(struct _Unwind_Context *, int *);

struct trace {
  uint64_t places[trace_most];
  size_t count;
  int frames;
};

static _Unwind_Reason_Code note_frame(struct _Unwind_Context *frame, void *data) {
  struct trace *trace = data;
  int is_exact = 0;
  uintptr_t place = place_in(frame, &is_exact);
  // A call stands before the place where its caller goes on.
  if (!is_exact) place--;
  if (place >= code_begin && place < code_end) trace->places[trace->count++] = place - base;
  trace->frames++;
  int is_enough = trace->count == trace_most || trace->frames == frames_most;
  return is_enough ? _URC_NORMAL_STOP : _URC_NO_REASON;
}

// The system counts what is asked for, not what is touched.
static int has_room(void) {
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  void *room = mmap(NULL, room_needed, PROT_NONE, flags, -1, 0);
  if (room == MAP_FAILED) return 0;
  munmap(room, room_needed);
  return 1;
}

static void crashed(int number, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  static int first;
  int none = 0;
  // One trace is enough, and whatever happens in the making of it is no other end.
  if (__atomic_compare_exchange_n(&first, &none, number, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
    struct trace trace = {.count = 0};
    if (number == SIGABRT && !has_room()) told_of_memory();
    unwind(note_frame, &trace);
    if (trace.count > 0) told(trace.places, trace.count);
  }
  signal(first, SIG_DFL);
  raise(first);
}

static int note_code(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size;
  (void)data;
  if (info->dlpi_addr != base) return 0;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || (part->p_flags & PF_X) == 0) continue;
    code_begin = base + part->p_vaddr;
    code_end = code_begin + part->p_memsz;
  }
  return 1;
}

static int finds_unwinder(void) {
  void *symbols[] = {dlsym(RTLD_DEFAULT, "_Unwind_Backtrace"),
                     dlsym(RTLD_DEFAULT, "_Unwind_GetIPInfo")};
  __builtin_memcpy(&unwind, &symbols[0], sizeof unwind);
  __builtin_memcpy(&place_in, &symbols[1], sizeof place_in);
  return unwind != NULL && place_in != NULL;
}

void tell_of_crashes(void *program, tell_trace *tell, tell_exhaustion *tell_of_memory,
                     size_t room) {
  struct link_map *map;
  if (!finds_unwinder() || dlinfo(program, RTLD_DI_LINKMAP, &map) != 0) return;
  base = map->l_addr;
  told = tell;
  told_of_memory = tell_of_memory;
  room_needed = room;
  if (dl_iterate_phdr(note_code, NULL) == 0) return;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  if (sigaltstack(&stack, NULL) != 0) return;
  struct sigaction action = {.sa_sigaction = crashed};
  action.sa_flags = (int)(SA_SIGINFO | SA_ONSTACK | SA_NODEFER);
  // Not SIGSEGV and SIGBUS: a call without end breaks off now in one line and now in the next,
  // wherever its stack began, so that no place is told there.
  const int numbers[] = {SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  for (size_t index = 0; index < sizeof numbers / sizeof numbers[0]; index++)
    sigaction(numbers[index], &action, NULL);
}

#else

void tell_of_crashes(void *program, tell_trace *tell, tell_exhaustion *tell_of_memory,
                     size_t room) {
  (void)program;
  (void)tell;
  (void)tell_of_memory;
  (void)room;
}

#endif

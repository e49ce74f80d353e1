#define _GNU_SOURCE
#include "trace.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <link.h>
#include <signal.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

// Enough for a handler that is called where the stack has no more room.
static char handler_stack[1 << 16];
// A chain of frames that a broken program left behind may lead anywhere, or round in circles.
enum { frames_most = 512 };

static tell_trace *told;
static uintptr_t base, code_begin, code_end, stack_bottom;

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

struct state {
  uintptr_t place, frame, stack;
};

static struct state state_in(const ucontext_t *context) {
#if defined(__x86_64__)
  const greg_t *registers = context->uc_mcontext.gregs;
  return (struct state){(uintptr_t)registers[REG_RIP], (uintptr_t)registers[REG_RBP],
                        (uintptr_t)registers[REG_RSP]};
#elif defined(__aarch64__)
  const mcontext_t *machine = &context->uc_mcontext;
  return (struct state){machine->pc, machine->regs[29], machine->sp};
#else
  (void)context;
  return (struct state){0};
#endif
}

// Swift's code keeps the frames of its calls in a chain: each begins with where the one before
// begins, followed by where it goes on.
static size_t trace(struct state state, uint64_t *places) {
  size_t count = 0;
  uintptr_t place = state.place;
  uintptr_t lowest = state.stack;
  for (int step = 0; step < frames_most && count < trace_most; step++) {
    if (place >= code_begin && place < code_end) places[count++] = place - base;
    uintptr_t frame = state.frame;
    int is_frame = frame >= lowest && frame % sizeof frame == 0 &&
                   frame + 2 * sizeof frame <= stack_bottom;
    if (!is_frame) break;
    const uintptr_t *pair = (const uintptr_t *)frame;
    lowest = frame + sizeof frame;
    state.frame = pair[0];
    // The call stands before the place where its caller goes on.
    place = pair[1] - 1;
  }
  return count;
}

static void crashed(int number, siginfo_t *info, void *context) {
  (void)info;
  // Only the first thread's stack is known.
  if (syscall(SYS_gettid) == getpid()) {
    uint64_t places[trace_most];
    size_t count = trace(state_in(context), places);
    if (count > 0) told(places, count);
  }
  // The signal has been set back to what it does by itself.
  raise(number);
}

void tell_of_crashes(void *program, const void *bottom, tell_trace *tell) {
  struct link_map *map;
  if (dlinfo(program, RTLD_DI_LINKMAP, &map) != 0) return;
  base = map->l_addr;
  stack_bottom = (uintptr_t)bottom;
  told = tell;
  if (dl_iterate_phdr(note_code, NULL) == 0) return;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  if (sigaltstack(&stack, NULL) != 0) return;
  struct sigaction action = {.sa_sigaction = crashed};
  action.sa_flags = (int)(SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  const int numbers[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t index = 0; index < sizeof numbers / sizeof numbers[0]; index++)
    sigaction(numbers[index], &action, NULL);
}

#else

void tell_of_crashes(void *program, const void *bottom, tell_trace *tell) {
  (void)program;
  (void)bottom;
  (void)tell;
}

#endif

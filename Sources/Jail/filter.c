#define _GNU_SOURCE
#include "filter.h"

#if defined(__linux__)

#include <errno.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

// The newest call that these rules know of. Whatever a newer kernel adds does not exist for the
// program: the C library falls back to what it did before.
#define NEWEST_CALL 450

#ifndef SECCOMP_RET_KILL_PROCESS
#define SECCOMP_RET_KILL_PROCESS 0x80000000U
#endif

static void add(struct filter *filter, uint16_t code, uint32_t value, uint8_t yes, uint8_t no) {
  size_t most = sizeof filter->code / sizeof filter->code[0];
  if (filter->count < most)
    filter->code[filter->count] = (struct sock_filter){code, yes, no, value};
  // Counting on lets filter_apply see that the rules did not fit.
  filter->count++;
}

static void load(struct filter *filter, size_t offset) {
  add(filter, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(struct filter *filter, uint32_t action) {
  add(filter, BPF_RET | BPF_K, action, 0, 0);
}

static void jump_if_equal(struct filter *filter, uint32_t value, uint8_t yes, uint8_t no) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, value, yes, no);
}

static uint32_t refusal(int error) {
  return SECCOMP_RET_ERRNO | ((uint32_t)error & SECCOMP_RET_DATA);
}

static size_t argument_offset(int argument) {
  return offsetof(struct seccomp_data, args) + sizeof(uint64_t) * (size_t)argument;
}

void filter_begin(struct filter *filter) {
  filter->count = 0;
#if defined(MACHINE)
  load(filter, offsetof(struct seccomp_data, arch));
  jump_if_equal(filter, MACHINE, 1, 0);
  answer(filter, SECCOMP_RET_KILL_PROCESS);
  load(filter, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  add(filter, BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1);
  answer(filter, SECCOMP_RET_KILL_PROCESS);
#endif
  add(filter, BPF_JMP | BPF_JGT | BPF_K, NEWEST_CALL, 0, 1);
  answer(filter, refusal(ENOSYS));
#endif
}

void filter_deny(struct filter *filter, long call, int error) {
  jump_if_equal(filter, (uint32_t)call, 0, 1);
  answer(filter, refusal(error));
}

static void compare(struct filter *filter, long call, int argument, const uint32_t *values,
                    size_t count, uint32_t found, uint32_t otherwise) {
  jump_if_equal(filter, (uint32_t)call, 0, (uint8_t)(2 * count + 2));
  load(filter, argument_offset(argument));
  for (size_t index = 0; index < count; index++) {
    jump_if_equal(filter, values[index], 0, 1);
    answer(filter, found);
  }
  answer(filter, otherwise);
}

void filter_only(struct filter *filter, long call, int argument, const uint32_t *values,
                 size_t count, int error) {
  compare(filter, call, argument, values, count, SECCOMP_RET_ALLOW, refusal(error));
}

void filter_except(struct filter *filter, long call, int argument, const uint32_t *values,
                   size_t count, int error) {
  compare(filter, call, argument, values, count, refusal(error), SECCOMP_RET_ALLOW);
}

static void test(struct filter *filter, long call, int argument, uint32_t bits, uint32_t found,
                 uint32_t otherwise) {
  jump_if_equal(filter, (uint32_t)call, 0, 4);
  load(filter, argument_offset(argument));
  add(filter, BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
  answer(filter, found);
  answer(filter, otherwise);
}

void filter_without(struct filter *filter, long call, int argument, uint32_t bits, int error) {
  test(filter, call, argument, bits, refusal(error), SECCOMP_RET_ALLOW);
}

void filter_with(struct filter *filter, long call, int argument, uint32_t bits, int error) {
  test(filter, call, argument, bits, SECCOMP_RET_ALLOW, refusal(error));
}

int filter_apply(struct filter *filter) {
#if defined(MACHINE)
  answer(filter, SECCOMP_RET_ALLOW);
  if (filter->count > sizeof filter->code / sizeof filter->code[0]) return E2BIG;
  struct sock_fprog program = {.len = (unsigned short)filter->count, .filter = filter->code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) return errno;
  return 0;
#else
  (void)filter;
  return ENOSYS;
#endif
}

#endif

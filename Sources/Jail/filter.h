#ifndef JAIL_FILTER_H
#define JAIL_FILTER_H

// Writes a filter of system calls, rule by rule; the first rule that matches decides.

#if defined(__linux__)

#include <linux/filter.h>
#include <stddef.h>
#include <stdint.h>

struct filter {
  struct sock_filter code[1024];
  size_t count;
};

// Begins with what holds of every filter: the machine's own calls only, none newer than known.
void filter_begin(struct filter *filter);
void filter_deny(struct filter *filter, long call, int error);
// Denied unless an argument is one of the values (its lower 32 bits, as the kernel reads an int).
void filter_only(struct filter *filter, long call, int argument, const uint32_t *values,
                 size_t count, int error);
// Denied where an argument is one of the values.
void filter_except(struct filter *filter, long call, int argument, const uint32_t *values,
                   size_t count, int error);
// Denied where an argument has one of the bits.
void filter_without(struct filter *filter, long call, int argument, uint32_t bits, int error);
// Denied where an argument has none of the bits.
void filter_with(struct filter *filter, long call, int argument, uint32_t bits, int error);
// Lets pass what no rule has denied, and puts the filter in force for every thread.
int filter_apply(struct filter *filter);

#endif
#endif

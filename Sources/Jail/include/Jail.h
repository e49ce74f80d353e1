#ifndef JAIL_H
#define JAIL_H

// What the kernel is asked to take away from a process before it handles a student's file.
//
// Every function returns 0, or the errno of what failed; nothing is printed here.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// The version of Landlock that the kernel speaks; 0 where it has none.
int jail_landlock_abi(void);

// Whether the kernel filters system calls.
int jail_has_seccomp(void);

// Paths that stay usable; all others are taken away. Lists end with NULL.
struct jail_files {
  const char *const *readable;
  const char *const *executable;
  const char *const *writable;
};

// Takes all files away but those listed, all TCP, and signals to processes outside (Landlock).
// A path that does not exist is passed over. Returns ENOSYS where the kernel has no Landlock.
int jail_restrict_files(const struct jail_files *files);

// Filters system calls for a compiler or a linker that is about to be started: no new
// processes, no sockets, no signals to others; it may replace itself, once Landlock agrees.
int jail_filter_compiler(void);

// The same for a student's program: it may not replace itself either, nor change any file.
int jail_filter_snippet(void);

// No more privileges than now, not even through a set-user-id program.
int jail_forbid_privileges(void);

// Gives up the superuser for the user nobody, with no other groups. Only for the superuser.
int jail_become_nobody(void);

// Ends this process when its parent ends; `parent` is who that ought to be, 0 if unknown.
int jail_die_with_parent(pid_t parent);

// Has this process's threads counted by themselves, not with all others of the user: moves it into a
// user name space of its own, in which it has no rights at all. Fails where those are forbidden.
int jail_count_threads_apart(void);

// Closes every descriptor from `first` on.
int jail_close_from(int first);

// Sets a limit of `resource.h`; what is already lower stays as it is.
int jail_limit(int resource, uint64_t soft, uint64_t hard);

#endif

#ifndef HEAP_H
#define HEAP_H

// How the C library's heap grows and gives back: the part that it does not offer to Swift.

// Few heaps beside each other, and large blocks given back as soon as they are free: what a long run
// holds then is what it needs. Call it before threads are started; another library than glibc has
// nothing to be told.
void heap_keep_small(int threads);

#endif

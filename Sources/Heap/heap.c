#include "Heap.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void heap_keep_small(int threads) {
#if defined(__GLIBC__)
  // One heap for each thread that works: the one of the main thread, which waits, serves, too.
  // The size from which a block is given back stays what it is at first, once it has been named;
  // otherwise it rises with the largest block that was freed.
  const int large_block = 128 << 10;
  mallopt(M_ARENA_MAX, threads < 2 ? 2 : threads);
  mallopt(M_MMAP_THRESHOLD, large_block);
#else
  (void)threads;
#endif
}

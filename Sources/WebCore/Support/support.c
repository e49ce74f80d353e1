// What Swift's standard library asks of a C library, for a WebAssembly module that has none.
//
// JavaScript's Math comes in by Numerics/Math.swift; the reading of decimals is asked for here.

typedef unsigned long size_t;
typedef unsigned char byte;
typedef unsigned int u32;
typedef unsigned long long u64;

// Memory: blocks of powers of two, each with its size in a header of 16 bytes before it. Blocks that
// are given back wait in a list of their size, and memory only grows.

enum { header = 16, smallest = 5 };

extern byte __heap_base;
static u32 top;
static void *waiting[32];

static void *allocate(size_t count) {
  int power = smallest;
  while (power < 31 && ((u32)1 << power) < count + header) power++;
  byte *block = waiting[power];
  if (block) {
    waiting[power] = *(void **)(block + header);
  } else {
    if (!top) top = ((u32)(size_t)&__heap_base + 15) & ~15u;
    u32 start = top, pages = __builtin_wasm_memory_size(0);
    if (start > 0x7fffffffu - ((u32)1 << power)) return 0;
    top += (u32)1 << power;
    if (top > pages * 65536u &&
        __builtin_wasm_memory_grow(0, (top - pages * 65536u + 65535) / 65536) == (size_t)-1) {
      top = start;
      return 0;
    }
    block = (byte *)(size_t)start;
  }
  *(u32 *)block = power;
  return block + header;
}

void *malloc(size_t count) { return allocate(count); }

void free(void *pointer) {
  if (!pointer) return;
  byte *block = (byte *)pointer - header;
  u32 power = *(u32 *)block;
  *(void **)(block + header) = waiting[power];
  waiting[power] = block;
}

// Blocks lie at multiples of 16; the standard library asks for no more here.
int posix_memalign(void **result, size_t alignment, size_t count) {
  *result = alignment <= 16 ? allocate(count) : 0;
  return *result ? 0 : 12;
}

int memcmp(const void *one, const void *other, size_t count) {
  const byte *a = one, *b = other;
  for (; count; count--, a++, b++)
    if (*a != *b) return *a - *b;
  return 0;
}

void *memcpy(void *to, const void *from, size_t count) {
  byte *a = to;
  const byte *b = from;
  while (count--) *a++ = *b++;
  return to;
}

// The product of two numbers of 128 bits, which compilers leave to their run-time library.
typedef struct { u64 low, high; } u128;

void __multi3(u128 *result, u64 aLow, u64 aHigh, u64 bLow, u64 bHigh) {
  u64 a0 = (u32)aLow, a1 = aLow >> 32, b0 = (u32)bLow, b1 = bLow >> 32;
  u64 p01 = a0 * b1, p10 = a1 * b0, p00 = a0 * b0;
  u64 middle = (p00 >> 32) + (u32)p01 + (u32)p10;
  result->low = middle << 32 | (u32)p00;
  result->high =
      a1 * b1 + (p01 >> 32) + (p10 >> 32) + (middle >> 32) + aLow * bHigh + aHigh * bLow;
}

// To the nearest whole number, halves away from zero; JavaScript's round takes them upwards.
double round(double x) {
  double whole = __builtin_trunc(x), rest = x - whole;
  return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole;
}

// Numbers: JavaScript reads the longest decimal at the beginning, correctly rounded, and says how
// long it was; 0 where there is none.
__attribute__((import_module("host"), import_name("number")))
double host_number(const char *text, size_t count, int *length);

const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
  size_t count = 0;
  while (text[count]) count++;
  int length = 0;
  *result = host_number(text, count, &length);
  return length ? text + length : 0;
}

// Hashes need no secret in a page of one's own; equal runs are worth more.
void arc4random_buf(void *bytes, size_t count) {
  byte *b = bytes;
  u64 state = 0x9E3779B97F4A7C15ull;
  while (count--) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    *b++ = (byte)state;
  }
}

// Unpacks what Archives/Lzma packed, in a page: the format LZMA with lc 3, lp 0 and pb 0.
//
// A page says how much is packed and puts it where `unpack_room` says, then calls `unpack_begin`, which
// gives the size of the whole, and `unpack_more` until that is there, at `unpack_bytes`. It asks in
// pieces, since a browser makes a function quick only between its calls. What is damaged ends in a
// trap or in bytes that are no module.

typedef unsigned char byte;
typedef unsigned short u16;
typedef unsigned int u32;

// Where the odds of each decision stand; Archives/LzmaOdds has the same places.
enum {
  is_match = 0,
  is_repeat = 12,
  is_older = 24,
  is_older_than_second = 36,
  is_older_than_third = 48,
  is_long = 60,
  slots = 72,
  near_distances = slots + 4 * 64,
  low_bits = near_distances + 128,
  lengths = low_bits + 16,
  repeat_lengths = lengths + 2 + 8 + 8 + 256,
  literals = repeat_lengths + 2 + 8 + 8 + 256,
  odds_count = literals + (0x300 << 3)
};

extern byte __heap_base;

static u16 odds[odds_count];
static const byte *packed;
static byte *output;
static u32 size, done;
static u32 state, first, second, third, fourth;

// The decoder of bits; a struct, so that a loop may have it in registers.
typedef struct {
  u32 range, code;
  const byte *next;
} Coder;
static Coder kept;

// Memory for so many bytes more behind a place.
static void grow(const byte *end) {
  u32 pages = ((u32)(unsigned long)end + 65535) / 65536, there = __builtin_wasm_memory_size(0);
  if (pages > there) __builtin_wasm_memory_grow(0, pages - there);
}

__attribute__((export_name("unpack_room"))) byte *unpack_room(u32 count) {
  packed = &__heap_base;
  output = &__heap_base + count;
  // The decoder may look some bytes ahead.
  grow(output + 16);
  return &__heap_base;
}

__attribute__((export_name("unpack_begin"))) u32 unpack_begin(void) {
  size = packed[5] | packed[6] << 8 | packed[7] << 16 | (u32)packed[8] << 24;
  grow(output + size);
  for (u32 index = 0; index < odds_count; index++) odds[index] = 1024;
  done = state = first = second = third = fourth = 0;
  kept.range = 0xffffffff;
  kept.code = (u32)packed[14] << 24 | packed[15] << 16 | packed[16] << 8 | packed[17];
  kept.next = packed + 18;
  return size;
}

__attribute__((export_name("unpack_bytes"))) byte *unpack_bytes(void) { return output; }

static inline void shift(Coder *coder) {
  if (coder->range >> 24) return;
  coder->range <<= 8;
  coder->code = coder->code << 8 | *coder->next++;
}

static inline u32 bit(Coder *coder, u32 place) {
  u32 value = odds[place], bound = (coder->range >> 11) * value, is_one = coder->code >= bound;
  if (is_one) {
    coder->range -= bound;
    coder->code -= bound;
    odds[place] = value - (value >> 5);
  } else {
    coder->range = bound;
    odds[place] = value + ((2048 - value) >> 5);
  }
  shift(coder);
  return is_one;
}

static inline u32 tree(Coder *coder, u32 place, u32 bits) {
  u32 node = 1;
  for (u32 index = 0; index < bits; index++) node = node << 1 | bit(coder, place + node);
  return node - (1u << bits);
}

static inline u32 reversed_tree(Coder *coder, u32 place, u32 bits) {
  u32 node = 1, number = 0;
  for (u32 index = 0; index < bits; index++) {
    u32 next = bit(coder, place + node);
    node = node << 1 | next;
    number |= next << index;
  }
  return number;
}

static inline u32 even_bits(Coder *coder, u32 bits) {
  u32 number = 0;
  for (; bits; bits--) {
    coder->range >>= 1;
    u32 is_one = coder->code >= coder->range;
    if (is_one) coder->code -= coder->range;
    number = number << 1 | is_one;
    shift(coder);
  }
  return number;
}

static inline u32 length(Coder *coder, u32 place) {
  if (!bit(coder, place)) return 2 + tree(coder, place + 2, 3);
  if (!bit(coder, place + 1)) return 10 + tree(coder, place + 10, 3);
  return 18 + tree(coder, place + 18, 8);
}

static inline u32 distance(Coder *coder, u32 length) {
  u32 slot = tree(coder, slots + (length < 5 ? length - 2 : 3) * 64, 6);
  if (slot < 4) return slot;
  u32 bits = (slot >> 1) - 1, base = (2 | (slot & 1)) << bits;
  if (slot < 14) return base + reversed_tree(coder, near_distances + base - slot, bits);
  u32 high = even_bits(coder, bits - 4);
  return base + (high << 4) + reversed_tree(coder, low_bits, 4);
}

// After a repetition, the byte that its distance would give chooses the odds, until one differs.
static inline u32 literal(Coder *coder, u32 before, u32 again) {
  u32 base = literals + 0x300 * (before >> 5), node = 1;
  if (state >= 7) {
    for (u32 expected, found = 0; node < 256; again <<= 1) {
      expected = again >> 7 & 1;
      found = bit(coder, base + ((1 + expected) << 8) + node);
      node = node << 1 | found;
      if (found != expected) break;
    }
  }
  while (node < 256) node = node << 1 | bit(coder, base + node);
  return node;
}

__attribute__((export_name("unpack_more"))) u32 unpack_more(u32 count) {
  Coder here = kept, *coder = &here;
  u32 end = count < size - done ? done + count : size;
  while (done < end) {
    byte *to = output + done;
    if (!bit(coder, is_match + state)) {
      *to = literal(coder, done ? to[-1] : 0, state >= 7 ? *(to - first - 1) : 0);
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      done++;
      continue;
    }
    u32 left;
    if (!bit(coder, is_repeat + state)) {
      fourth = third;
      third = second;
      second = first;
      left = length(coder, lengths);
      first = distance(coder, left);
      state = state < 7 ? 7 : 10;
    } else {
      u32 is_single = 0;
      if (!bit(coder, is_older + state)) {
        is_single = !bit(coder, is_long + state);
      } else {
        u32 chosen = second;
        if (bit(coder, is_older_than_second + state)) {
          chosen = third;
          if (bit(coder, is_older_than_third + state)) {
            chosen = fourth;
            fourth = third;
          }
          third = second;
        }
        second = first;
        first = chosen;
      }
      left = is_single ? 1 : length(coder, repeat_lengths);
      state = state >= 7 ? 11 : is_single ? 9 : 8;
    }
    // What is repeated may reach into itself.
    const byte *from = to - first - 1;
    for (done += left; left; left--) *to++ = *from++;
  }
  kept = here;
  return done;
}

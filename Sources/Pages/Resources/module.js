'use strict';
// Where the grader comes from: it is in the page, packed, or lies beside it on a site.
const backmarkModule = (() => {
  const place = (id) => document.getElementById(id);

  // The bytes that stand in an element in base 64.
  function decoded(element) {
    const text = atob(element.textContent);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
    return bytes;
  }

  // The digits of base 85, as `Base85` writes them: five are four bytes.
  const digits = new Uint8Array(128);
  [...'#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz|}~']
    .forEach((digit, value) => { digits[digit.charCodeAt(0)] = value; });

  function decoded85(element) {
    const text = element.textContent;
    const groups = new DataView(new ArrayBuffer(text.length / 5 * 4));
    for (let group = 0; group * 5 < text.length; group++) {
      let number = 0;
      for (let place = group * 5; place < group * 5 + 5; place++) {
        number = number * 85 + digits[text.charCodeAt(place)];
      }
      groups.setUint32(group * 4, number);
    }
    return new Uint8Array(groups.buffer, 0, Number(element.dataset.size));
  }

  // What the element has is unpacked by a small module of its own, piece by piece.
  async function unpacked(packed) {
    const unpacker = await WebAssembly.compile(decoded(place('unpacker')));
    const { memory, unpack_room, unpack_begin, unpack_more, unpack_bytes }
      = (await WebAssembly.instantiate(unpacker)).exports;
    const room = unpack_room(packed.length);
    new Uint8Array(memory.buffer, room, packed.length).set(packed);
    const size = unpack_begin();
    while (unpack_more(1 << 16) < size);
    return new Uint8Array(memory.buffer, unpack_bytes(), size);
  }

  async function compiled() {
    const module = place('module');
    const { at } = module.dataset;
    if (!at) return WebAssembly.compile(await unpacked(decoded85(module)));
    if (location.protocol === 'file:') {
      throw new Error('the pages of a site need a web server; '
        + 'backmark explore makes a page that opens from a folder');
    }
    // The address changes with the grader, so that what was kept of it is always right.
    const response = await fetch(at, { cache: 'force-cache' });
    if (!response.ok) throw new Error(`${at} is not there`);
    // A server may not know what kind of file it is.
    return response.headers.get('content-type') === 'application/wasm'
      ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  return { decoded, compiled };
})();

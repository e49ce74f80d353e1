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
    if (!at) return WebAssembly.compile(await unpacked(decoded(module)));
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

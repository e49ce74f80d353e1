'use strict';
// The graph of the computation: one node for each value, forward along the middle row, the error
// signals and gradients back below it.
backmark.drawGraph = (place) => {
  const { scene } = backmark;
  const { draw } = scene;
  const last = scene.network.sizes.length - 1;
  const hasUpdate = scene.network.hasRate;
  const size = { width: 54, height: 26 };
  const pitch = { x: 74, y: 46 };
  const nodes = new Map();
  const spots = new Map();

  function node(block, column, row) {
    if (!block) return;
    spots.set(block.index, [6 + column * pitch.x, 8 + row * pitch.y]);
  }
  const rows = hasUpdate ? 5 : 4;
  node(scene.find('input'), 0, 1);
  for (let layer = 1; layer <= last; layer += 1) {
    const column = 2 * layer - 1;
    node(scene.find('weight', layer), column - 0.4, 0);
    node(scene.find('bias', layer), column + 0.4, 0);
    node(scene.find('z', layer), column, 1);
    node(scene.find('a', layer), column + 1, 1);
    node(scene.find('delta', layer), column, 2);
    node(scene.find('dW', layer), column - 0.4, 3);
    node(scene.find('db', layer), column + 0.4, 3);
    if (!hasUpdate) continue;
    node(scene.find('weight', layer, true), column - 0.4, 4);
    node(scene.find('bias', layer, true), column + 0.4, 4);
  }
  node(scene.find('loss'), 2 * last + 1, 1);
  node(scene.find('target'), 2 * last + 1, 0);
  const width = (2 * last + 1) * pitch.x + size.width + 12;
  const height = (rows - 1) * pitch.y + size.height + 16;
  const svg = draw('svg', {
    viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'graph-title', class: 'graph',
    style: `min-width:${Math.round(width * 0.8)}px;max-width:${Math.round(width * 1.2)}px`,
  });
  svg.append(
    draw('title', { id: 'graph-title' }, 'The graph of the computation, forward and back'),
    draw('defs', {}, draw('marker', {
      id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7,
      orient: 'auto-start-reverse',
    }, draw('path', { d: 'M0 0 8 4 0 8Z', class: 'tip' }))));
  const lines = draw('g');
  svg.append(lines);

  // An arrow ends at the rim of a box.
  function arrow(from, to, isBack) {
    if (!from || !to || !spots.has(from.index) || !spots.has(to.index)) return;
    const center = (block) => spots.get(block.index).map((place, index) =>
      place + (index === 0 ? size.width : size.height) / 2);
    const [start, end] = [center(from), center(to)];
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const share = Math.min(
      dx === 0 ? 9 : (size.width / 2 + 2) / Math.abs(dx),
      dy === 0 ? 9 : (size.height / 2 + 2) / Math.abs(dy));
    lines.append(draw('line', {
      x1: start[0] + share * dx, y1: start[1] + share * dy, x2: end[0] - share * dx,
      y2: end[1] - share * dy, class: isBack ? 'arrow back' : 'arrow', 'marker-end': 'url(#arrow)',
    }));
  }
  for (let layer = 1; layer <= last; layer += 1) {
    const of = (role, isNew) => scene.find(role, layer, isNew);
    arrow(layer === 1 ? scene.find('input') : scene.find('a', layer - 1), of('z'));
    for (const role of ['weight', 'bias']) arrow(of(role), of('z'));
    arrow(of('z'), of('a'));
    arrow(layer === last ? scene.find('loss') : scene.find('delta', layer + 1), of('delta'), true);
    for (const role of ['dW', 'db']) arrow(of('delta'), of(role), true);
    if (!hasUpdate) continue;
    arrow(of('dW'), of('weight', true), true);
    arrow(of('db'), of('bias', true), true);
  }
  arrow(scene.find('a', last), scene.find('loss'));
  arrow(scene.find('target'), scene.find('loss'));

  for (const [index, [x, y]] of spots) {
    const block = scene.blocks[index];
    const group = draw('g', { class: 'node', 'data-block': index });
    group.append(
      draw('rect', { x, y, width: size.width, height: size.height, rx: 6, class: 'unit' }),
      draw('text', { x: x + size.width / 2, y: y + 17, class: 'figure' },
        block.isNew ? block.shown.replace('_new', '′') : block.shown));
    svg.append(group);
    nodes.set(index, group);
  }
  place.replaceChildren(svg);

  return {
    svg,
    light(now, read = new Set()) {
      for (const [index, group] of nodes) {
        group.setAttribute('class', `node${now.has(index) ? ' now' : read.has(index) ? ' read' : ''}`);
      }
    },
  };
};

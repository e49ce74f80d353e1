'use strict';
// The picture of the network: units in columns, edges whose width is the size of a weight or of its
// gradient, blue and whole above 0, amber and dashed below it; dead units and blocked edges dotted.
backmark.drawNetwork = (place, id) => {
  const { scene } = backmark;
  const { draw, text } = scene;
  const { sizes, samples, activations } = scene.network;

  // Of layers that are large only the first units are drawn; small ones have their numbers in boxes.
  const most = 24;
  const isDetailed = Math.max(...sizes) <= 6;
  const counts = sizes.map((size) => Math.min(size, most));
  const box = isDetailed ? { width: 104, height: 76 } : { width: 14, height: 14 };
  const pitch = isDetailed ? 92 : 18;
  const columns = sizes.length + 1;
  const gap = isDetailed ? Math.max(84, (912 - columns * box.width) / (columns - 1)) : 120;
  const lossWidth = 96;
  const top = 26;
  const height = Math.max(...counts) * pitch + top + 26;
  // The heads of small units are wider than they.
  const x = (layer) => (isDetailed ? 4 : 22) + layer * (box.width + gap);
  const y = (layer, unit) =>
    top + (height - top - 26) / 2 + (unit - (counts[layer] - 1) / 2) * pitch;
  const lossX = x(sizes.length - 1) + box.width + gap * 0.6;
  const width = lossX + lossWidth + 6;

  const svg = draw('svg', {
    viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `${id}-title`,
    'aria-describedby': `${id}-about`, class: 'network',
    style: `min-width:${Math.round(width * 0.85)}px`,
  });
  svg.append(
    draw('title', { id: `${id}-title` }, `The network ${sizes.join('-')}`),
    draw('desc', { id: `${id}-about` }, 'Its numbers are in the tables.'));
  const halos = draw('g');
  const wires = draw('g');
  const labels = draw('g');
  const units = draw('g');
  svg.append(halos, wires, labels, units);

  // MARK: Edges

  const edges = new Map();
  // Where along the edges their labels are farthest from each other.
  function share(layer) {
    const at = (share) => {
      const places = [];
      for (let source = 0; source < counts[layer - 1]; source += 1) {
        for (let target = 0; target < counts[layer]; target += 1) {
          places.push(y(layer - 1, source) + share * (y(layer, target) - y(layer - 1, source)));
        }
      }
      places.sort((a, b) => a - b);
      return Math.min(99, ...places.slice(1).map((place, index) => place - places[index]));
    };
    return [0.5, 0.4, 0.6, 0.35, 0.65]
      .reduce((best, other) => at(other) > at(best) + 1 ? other : best);
  }
  for (let layer = 1; layer < sizes.length; layer += 1) {
    const along = share(layer);
    const hasLabels = isDetailed && counts[layer] * counts[layer - 1] <= 12;
    for (let target = 0; target < counts[layer]; target += 1) {
      for (let source = 0; source < counts[layer - 1]; source += 1) {
        const from = [x(layer - 1) + box.width, y(layer - 1, source)];
        const to = [x(layer), y(layer, target)];
        const spot = `e${layer}.${target}.${source}`;
        const wire = draw('line', {
          x1: from[0], y1: from[1], x2: to[0], y2: to[1], class: 'wire', 'data-spot': spot,
        });
        wires.append(wire);
        const edge = { layer, target, source, wire, from, to };
        if (hasLabels) {
          edge.label = draw('text', {
            x: from[0] + along * (to[0] - from[0]), y: from[1] + along * (to[1] - from[1]) + 4,
            class: 'label', 'data-spot': spot,
          });
          labels.append(edge.label);
        }
        edges.set(spot, edge);
      }
    }
  }

  // MARK: Units

  const boxes = new Map();
  for (let layer = 0; layer < sizes.length; layer += 1) {
    const head = layer === 0 ? 'input' : activations[layer - 1];
    units.append(draw('text', {
      x: x(layer) + box.width / 2, y: 14, class: 'faint head',
    }, head));
    for (let unit = 0; unit < counts[layer]; unit += 1) {
      const spot = `u${layer}.${unit}`;
      const group = draw('g', { 'data-spot': spot, class: 'node' });
      const item = { layer, unit, group };
      const middle = y(layer, unit);
      if (isDetailed) {
        item.shape = draw('rect', {
          x: x(layer), y: middle - box.height / 2, width: box.width, height: box.height, rx: 10,
          class: 'unit',
        });
        group.append(item.shape);
        const block = scene.find(layer === 0 ? 'input' : 'a', layer);
        item.lines = (layer === 0 ? ['input'] : ['z', 'a', 'delta']).map((role, index, all) => {
          const line = draw('text', {
            x: x(layer) + box.width / 2, y: middle + 22 * (index - (all.length - 1) / 2) + 4,
            class: 'figure',
          });
          group.append(line);
          return { role, line, block: role === 'input' ? block : scene.find(role, layer) };
        });
      } else {
        item.shape = draw('circle', {
          cx: x(layer) + box.width / 2, cy: middle, r: 7, class: 'unit',
        });
        group.append(item.shape);
      }
      units.append(group);
      boxes.set(spot, item);
    }
    if (counts[layer] < sizes[layer]) {
      units.append(draw('text', {
        x: x(layer) + box.width / 2, y: height - 6, class: 'faint head',
      }, `${sizes[layer] - counts[layer]} more`));
    }
  }
  const loss = draw('g', { 'data-spot': 'loss', class: 'node' });
  const lossMiddle = y(sizes.length - 1, (counts[sizes.length - 1] - 1) / 2);
  const lossUnit = draw('rect', {
    x: lossX, y: lossMiddle - 30, width: lossWidth, height: 60, rx: 10, class: 'unit',
  });
  const lossLines = [-9, 15].map((shift) => draw('text', {
    x: lossX + lossWidth / 2, y: lossMiddle + shift + 1, class: 'figure',
  }));
  loss.append(lossUnit, ...lossLines);
  for (let unit = 0; unit < counts[sizes.length - 1]; unit += 1) {
    wires.append(draw('line', {
      x1: x(sizes.length - 1) + box.width, y1: y(sizes.length - 1, unit), x2: lossX,
      y2: lossMiddle, class: 'wire quiet',
    }));
  }
  units.append(loss);
  boxes.set('loss', { group: loss, shape: lossUnit });

  // MARK: Numbers

  // Changes an attribute where it is another: of very many lines most stay as they are.
  function set(item, name, value) {
    if (item[name] === value) return;
    item[name] = value;
    item.wire.setAttribute(name, value);
  }

  const largestOf = (block) => {
    let largest = 0;
    for (let entry = 0; entry < block.count; entry += 1) {
      largest = Math.max(largest, Math.abs(scene.value(block, entry)));
    }
    return largest;
  };

  // Shows the numbers as they are: weights on the way forward, gradients on the way back.
  function update(isBack = false) {
    const blocks = sizes.map((_, layer) => layer && scene.find(isBack ? 'dW' : 'weight', layer));
    const largest = blocks.map((block) => block && largestOf(block));
    for (const edge of edges.values()) {
      const block = blocks[edge.layer];
      const entry = scene.weightEntry(block, edge.target, edge.source);
      const number = scene.value(block, entry);
      const isSeen = scene.isSeen(block, entry);
      const isBlocked = isSeen && isBack && number === 0
        || !isBack && scene.areShown && scene.state(edge.layer - 1, edge.source) === 1;
      const share = largest[edge.layer] > 0 && isSeen ? Math.abs(number) / largest[edge.layer] : 0;
      set(edge, 'class', `wire${!isSeen ? ' quiet' : isBlocked ? ' blocked'
        : number < 0 ? ' minus' : number > 0 ? ' plus' : ' quiet'}`);
      set(edge, 'stroke-width', (0.7 + (isDetailed ? 4.3 : 2.3) * share).toFixed(1));
      if (edge.label) edge.label.textContent = isSeen ? text(number, 3) : '?';
    }
    for (const item of boxes.values()) {
      if (!item.lines && item.layer === undefined) continue;
      const state = scene.areShown ? scene.state(item.layer, item.unit) : 0;
      item.group.setAttribute('class',
        `node${state === 1 ? ' dead' : state === 2 ? ' full' : ''}${item.lit ?? ''}`);
      if (!item.lines) { shade(item, isBack); continue; }
      for (const { role, line, block } of item.lines) {
        const entry = scene.entry(block, item.unit);
        const name = role === 'delta' ? 'δ' : role === 'input' ? scene.name(block, entry) : role;
        const isDead = role === 'a' && state === 1;
        line.textContent = `${name} ${scene.shown(block, entry)}${isDead ? ' dead' : ''}`;
      }
    }
    const [target, value] = [scene.find('target'), scene.find('loss')];
    const row = samples > 1 || target.count === 1 ? scene.entry(target, 0) : 0;
    lossLines[0].textContent = target.count / samples === 1 ? `y ${scene.shown(target, row)}` : 'loss';
    lossLines[1].textContent = `L ${scene.shown(value, 0)}`;
  }

  // A small unit has its number as the depth of its colour.
  function shade(item, isBack) {
    const block = item.layer === 0 ? scene.find('input') : scene.find(isBack ? 'delta' : 'a', item.layer);
    const entry = scene.entry(block, item.unit);
    const number = scene.isSeen(block, entry) ? scene.value(block, entry) : 0;
    const largest = largestOf(block);
    const share = largest > 0 ? Math.round(Math.abs(number) / largest * 90) : 0;
    const fill = `color-mix(in srgb, var(--${number < 0 ? 'partly' : 'accent'}) ${share}%, var(--card))`;
    if (item.fill !== fill) item.shape.style.fill = item.fill = fill;
  }

  // Lights up places: what comes about, and what it is made of.
  function light(now, read = new Set()) {
    halos.replaceChildren();
    for (const [spots, style] of [[read, 'read'], [now, 'now']]) {
      for (const spot of spots) {
        const edge = edges.get(spot);
        if (edge) {
          halos.append(draw('line', {
            x1: edge.from[0], y1: edge.from[1], x2: edge.to[0], y2: edge.to[1], class: `halo ${style}`,
          }));
        }
      }
    }
    for (const [spot, item] of boxes) {
      item.lit = now.has(spot) ? ' now' : read.has(spot) ? ' read' : '';
      const plain = (item.group.getAttribute('class') ?? 'node').replace(/ (now|read)/g, '');
      item.group.setAttribute('class', plain + item.lit);
    }
    reach(now);
  }

  // Brings what comes about into sight where the picture is wider than its place.
  function reach(now) {
    const frame = place.getBoundingClientRect();
    if (place.scrollWidth <= place.clientWidth) return;
    const item = svg.querySelector([...now].map((spot) => `[data-spot="${spot}"]`).join(',') || 'none');
    if (!item) return;
    const box = item.getBoundingClientRect();
    const shift = box.left + box.width / 2 - frame.left - frame.width / 2;
    if (Math.abs(shift) > frame.width / 4) place.scrollLeft += shift;
  }

  place.replaceChildren(svg);
  return { svg, update, light };
};

'use strict';
// A plot of one quantity along a number: a curve, a point on it, its tangent and a chord.
backmark.drawPlot = (place, id, title) => {
  const { draw, text } = backmark.scene;
  const size = { width: 440, height: 230, left: 74, right: 14, top: 12, bottom: 34 };
  const inner = {
    width: size.width - size.left - size.right, height: size.height - size.top - size.bottom,
  };
  const svg = draw('svg', {
    viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-labelledby': `${id}-title`,
    class: 'plot',
  });
  const name = draw('title', { id: `${id}-title` }, title);
  const frame = draw('rect', {
    x: size.left, y: size.top, width: inner.width, height: inner.height, class: 'ground',
  });
  const clip = draw('clipPath', { id: `${id}-clip` }, draw('rect', {
    x: size.left, y: size.top, width: inner.width, height: inner.height,
  }));
  const axes = draw('g');
  const marks = draw('g', { 'clip-path': `url(#${id}-clip)` });
  svg.append(name, draw('defs', {}, clip), frame, axes, marks);
  place.replaceChildren(svg);

  // About so many round numbers between two.
  function ticks(low, high, count) {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
    const list = [];
    for (let tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) {
      list.push(Math.abs(tick) < step / 1e6 ? 0 : tick);
    }
    return list;
  }

  return ({ label, points, point, tangent, chord }) => {
    name.textContent = `${title} along ${label}`;
    const [low, high] = [points[0][0], points[points.length - 1][0]];
    const finite = points.map(([, value]) => value).filter(Number.isFinite);
    let [bottom, top] = [Math.min(...finite, point[1]), Math.max(...finite, point[1])];
    const room = (top - bottom) * 0.08 || Math.abs(top) * 0.1 || 0.1;
    [bottom, top] = [bottom - room, top + room];
    const x = (value) => size.left + (value - low) / (high - low) * inner.width;
    const y = (value) => size.top + (top - value) / (top - bottom) * inner.height;
    axes.replaceChildren();
    for (const tick of ticks(low, high, 5)) {
      axes.append(
        draw('line', { x1: x(tick), x2: x(tick), y1: size.top, y2: size.top + inner.height, class: 'grid' }),
        draw('text', { x: x(tick), y: size.height - 18, class: 'faint middle' }, text(tick)));
    }
    for (const tick of ticks(bottom, top, 4)) {
      axes.append(
        draw('line', { x1: size.left, x2: size.left + inner.width, y1: y(tick), y2: y(tick), class: 'grid' }),
        draw('text', { x: size.left - 6, y: y(tick) + 4, class: 'faint end' }, text(tick)));
    }
    axes.append(draw('text', { x: size.left + inner.width / 2, y: size.height - 3, class: 'middle' }, label));
    const way = points.filter(([, value]) => Number.isFinite(value))
      .map(([value, result], index) =>
        `${index ? 'L' : 'M'}${x(value).toFixed(1)} ${y(result).toFixed(1)}`).join('');
    marks.replaceChildren(draw('path', { d: way, class: 'curve' }));
    const line = ([from, to], style) => marks.append(draw('line', {
      x1: x(from[0]), y1: y(from[1]), x2: x(to[0]), y2: y(to[1]), class: style,
    }));
    if (tangent) line(tangent, 'tangent');
    if (chord) {
      line(chord, 'chord');
      for (const [value, result] of chord) {
        marks.append(draw('rect', { x: x(value) - 4, y: y(result) - 4, width: 8, height: 8, class: 'chord' }));
      }
    }
    marks.append(draw('circle', { cx: x(point[0]), cy: y(point[1]), r: 6, class: 'point' }));
  };
};

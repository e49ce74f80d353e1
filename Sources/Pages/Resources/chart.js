'use strict';
// Charts. The grader says where everything stands, in thousandths of an axis from the lower left
// corner, and what is written at the ticks; here it only gets a size and a look.
backmark.chart = (() => {
  const written = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const element = (name, id, text) => `<${name} id="${id}">${written(text)}</${name}>`;
  const edge = { left: 52, right: 20, top: 26, bottom: 40 };
  let count = 0;

  // Pairs of places: [x, y, x, y, …].
  const pairs = (places) => Array.from({ length: places.length / 2 }, (_, i) =>
    [places[2 * i], places[2 * i + 1]]);

  // How a point is shown: a disc for one kind of thing and a square for the other.
  const dot = (x, y, look, size = 4) => (look.includes('square')
    ? `<rect class="${look}" x="${x - size}" y="${y - size}" width="${2 * size}" height="${2 * size}"/>`
    : `<circle class="${look}" cx="${x}" cy="${y}" r="${size}"/>`);

  // The scale of a picture of that size, for whoever draws more than lines.
  const scale = (width, height) => ({
    x: (place) => Math.round(10 * (edge.left + place * (width - edge.left - edge.right) / 1000)) / 10,
    y: (place) => Math.round(10 * (height - edge.bottom - place * (height - edge.top - edge.bottom) / 1000)) / 10,
  });

  // A plot as the text of an SVG: axes with ticks, and lines of a look, with dots where asked for.
  // `what` is its title and `tells` what is to be seen in it.
  function draw({ width, height, what, tells = '', across, up, acrossTitle, upTitle, lines, more = '' }) {
    const { x, y } = scale(width, height);
    const id = `chart${count += 1}`;
    let svg = `<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id} ${id}d">`
      + element('title', id, what) + element('desc', `${id}d`, tells)
      + `<clipPath id="${id}c"><rect x="${x(0) - 6}" y="${y(1000) - 6}" width="${x(1000) - x(0) + 12}" height="${y(0) - y(1000) + 12}"/></clipPath>`;
    for (const [place, label] of up) {
      svg += `<path class="grid" d="M${x(0)} ${y(place)}H${x(1000)}"/>`
        + `<text class="faint" x="${x(0) - 6}" y="${y(place) + 4}" text-anchor="end">${written(label)}</text>`;
    }
    for (const [place, label] of across) {
      svg += `<path class="tick" d="M${x(place)} ${y(0)}v5"/>`
        + `<text class="faint" x="${x(place)}" y="${y(0) + 17}" text-anchor="middle">${written(label)}</text>`;
    }
    svg += `<path class="axis" d="M${x(0)} ${y(1000)}V${y(0)}H${x(1000)}"/>`
      + `<text class="what" x="${x(1000)}" y="${y(0) + 33}" text-anchor="end">${written(acrossTitle)}</text>`
      + `<text class="what" x="4" y="13">${written(upTitle)}</text>`
      + `<g clip-path="url(#${id}c)">${more}`;
    for (const { places, look, dots } of lines) {
      const points = pairs(places).map(([a, b]) => [x(a), y(b)]);
      svg += `<path class="line ${look}" d="${points.map((point, i) => `${i ? 'L' : 'M'}${point.join(' ')}`).join('')}"/>`;
      if (dots) svg += points.map(([a, b]) => dot(a, b, `dot ${look}`)).join('');
    }
    return `${svg}</g></svg>`;
  }

  // A table of texts; the first cell of each row is its head.
  function table(caption, heads, rows) {
    const cell = (text, index) => (index ? `<td class="n">${written(text)}</td>`
      : `<th scope="row" class="n">${written(text)}</th>`);
    return `<div class="wide" tabindex="0" role="region" aria-label="${written(caption)}"><table>`
      + `<caption>${written(caption)}</caption>`
      + `<thead><tr>${heads.map((head) => `<th scope="col" class="n">${written(head)}</th>`).join('')}</tr></thead>`
      + `<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table></div>`;
  }

  return { draw, table, scale, dot, pairs, written };
})();

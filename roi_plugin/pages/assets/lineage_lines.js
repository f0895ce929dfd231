// The lines of the lineage between boxes that stand already. A box is { x, y, width, height, node }.
const LINEAGE_MARGIN = 40; // room on the left for lines around boxes that stand in the first column

const lineagePart = (name, attributes, ...inside) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
};

// A line that stands out while the pointer or the keyboard is at one of its ends.
const lineageGroup = (ends, ...inside) => {
  const group = lineagePart("g", {}, ...inside);
  for (const { node } of ends) {
    for (const type of ["mouseenter", "focus"]) node.addEventListener(type, () => group.classList.add("roi-ties--on"));
    for (const type of ["mouseleave", "blur"]) node.addEventListener(type, () => group.classList.remove("roi-ties--on"));
  }
  return group;
};

// `ties` are { kind, holds, from, to } from box to box.
function lineageLines(ties) {
  const levels = { replaced: 0.5, needed: 0.72, related: 0.28 };
  const heads = {
    replaced: (x, y) => ({ class: "roi-tie__head", d: `M${x - 8} ${y - 4.5} ${x} ${y} ${x - 8} ${y + 4.5}Z` }),
    needed: (x, y) => ({ class: "roi-tie", d: `M${x - 6} ${y - 4} ${x} ${y} ${x - 6} ${y + 4}M${x - 7} ${y}H${x}` }),
    related: (x, y) => ({ class: "roi-tie roi-tie--related", d: `M${x - 6} ${y}H${x}` }),
  };

  // To the next column straight, within one column around the left, else along the free space beside the first box.
  const curve = (from, to, y, end, level) => {
    const [tip, gap, forth] = [to.x - 6, to.x - 26, from.x < to.x];
    const [start, way] = forth ? [from.x + from.width, 1] : [from.x, -1];
    const half = (to.x - start) / 2;
    if (from.x === to.x) {
      const away = Math.min(16 + Math.abs(end - y) / 12, LINEAGE_MARGIN - 6);
      return `M${start} ${y}C${start - away} ${y} ${start - away} ${end} ${tip} ${end}`;
    }
    if (forth && half < from.width / 2) return `M${start} ${y}C${start + half} ${y} ${start + half} ${end} ${tip} ${end}`;
    const free = Math.round((end < y ? from.y - 6 : from.y + from.height + 6) + (level - 0.5) * 9);
    const [one, other] = forth ? [to.x - 12, to.x - 20] : [to.x - 40, to.x - 30];
    const leave = `${start + way * 14} ${y} ${start + way * 4} ${free} ${start + way * 20} ${free}`;
    return `M${start} ${y}C${leave}H${gap}C${one} ${free} ${other} ${end} ${tip} ${end}`;
  };

  return ties.map(({ kind, holds, ...ends }) => {
    const turned = kind === "related" && ends.to.x < ends.from.x; // which has no direction
    const [from, to] = turned ? [ends.to, ends.from] : [ends.from, ends.to];
    const [y, end] = [from, to].map((box) => Math.round(box.y + box.height * levels[kind]));
    const look = `roi-tie roi-tie--${kind}${holds ? "" : " roi-tie--waiting"}`;
    const path = lineagePart("path", { class: look, d: curve(from, to, y, end, levels[kind]) });
    return lineageGroup([from, to], path, lineagePart("path", heads[kind](to.x, end)));
  });
}

// An arc at the right for each two of the boxes that have links between them, with their number; the broader the more. If `isDirected`, it has a head at each end
// that links lead to.
// `counted` is a map from a box to a map from another to the number of links.
function lineageArcs(boxes, counted, isDirected) {
  const arcs = [];
  boxes.forEach((from, rank) => {
    for (const [distance, to] of boxes.slice(rank + 1).entries()) {
      const [forth, back] = [counted.get(from)?.get(to) ?? 0, counted.get(to)?.get(from) ?? 0];
      const count = forth + back;
      if (!count) continue;
      const [x, y, end] = [from.x + from.width, from.y + from.height / 2, to.y + to.height / 2];
      const away = 26 + 30 * distance;
      const path = lineagePart("path", {
        class: "roi-tie",
        d: `M${x} ${y}C${x + away * 1.33} ${y} ${x + away * 1.33} ${end} ${x} ${end}`,
        style: `stroke-width:${(1 + Math.log2(count) / 2).toFixed(1)}px`,
      });
      const place = { x: x + away, y: (y + end) / 2 + 4, "text-anchor": "middle" };
      const ends = isDirected ? [forth && end, back && y].filter(Boolean) : [];
      const heads = ends.map((at) => lineagePart("path", { class: "roi-tie__head", d: `M${x + 9} ${at - 5} ${x} ${at} ${x + 9} ${at + 5}Z` }));
      arcs.push(lineageGroup([from, to], path, ...heads, lineagePart("text", place, count)));
    }
  });
  return arcs;
}

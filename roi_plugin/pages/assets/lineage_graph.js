// Questions to the graph of decisions. A tie is { before, after }.

// The decisions that are reached from one in so many steps, each with the number of steps.
function lineageNeighbours(start, ties, steps) {
  const found = new Map([[start, 0]]);
  for (let step = 1; step <= steps; step++) {
    const reached = new Set(found.keys());
    for (const { before, after } of ties) {
      if (reached.has(before) && !found.has(after)) found.set(after, step);
      if (reached.has(after) && !found.has(before)) found.set(before, step);
    }
  }
  return found;
}

// The number of ties from the box of one area to the box of another, as a map of maps; `boxes` are those of the areas.
function lineageBetween(ties, boxes) {
  const found = new Map();
  for (const { before, after } of ties) {
    const [from, to] = [boxes.get(before.area), boxes.get(after.area)];
    const counts = found.get(from) ?? found.set(from, new Map()).get(from);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return found;
}

// The words below the picture follow it: areas without a decision in sight go, the others tell how many of all are.
// Where at most as many as `unfolded` are in sight, areas that are folded open.
function lineageWords(areas, kind, words, unfolded) {
  const counts = areas.map(({ node }) => [node, node.querySelectorAll("li:not([hidden])").length]);
  const isShort = counts.reduce((sum, [, tied]) => sum + tied, 0) <= unfolded;
  for (const [node, tied] of counts) {
    const told = node.querySelector("h3 > .roi-soft");
    node.dataset.said ??= told.textContent;
    node.hidden = !tied;
    told.textContent = tied < node.querySelectorAll("li").length ? worded(words.part, { tied, all: node.dataset.all }) : node.dataset.said;
    node.parentNode.dataset.links = kind;
    const fold = node.querySelector("details");
    if (!fold || fold.dataset.short === String(isShort)) continue;
    fold.open = isShort;
    fold.dataset.short = isShort;
  }
}

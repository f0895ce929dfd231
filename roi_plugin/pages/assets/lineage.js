// Draws the lineage. The outline on the page holds all words, the form the ties and the column of each.
// What is chosen stands in the address, to be sent to others.
onEach("form.roi-lineage-form", (form) => {
  const figure = form.parentNode.querySelector("figure.roi-lineage");
  const canvas = figure.querySelector(".roi-lineage__canvas");
  const panel = figure.querySelector(".roi-lineage__focus");
  const told = form.querySelector("output");
  const { find, links: kind, steps } = form.elements;
  const { places, ties, words, unfolded: toldWhole } = JSON.parse(form.querySelector("template").content.textContent);
  const KINDS = ["replaced", "needed", "related"];
  const [WIDTH, ACROSS] = matchMedia("(max-width: 30em)").matches ? [146, 40] : [164, 52];
  const [HEIGHT, DOWN, HEAD] = [60, 12, 40];
  const UNFOLDED = 40; // as many decisions are shown without folding their areas
  const MOST = 250; // as many of an area are drawn

  const areas = [...document.querySelectorAll(".roi-outline section")].map((node) => ({
    node,
    name: node.querySelector("h3 > span").textContent,
  }));
  const all = areas.flatMap((area) =>
    [...area.node.querySelectorAll("li")].map((node) => {
      const link = node.querySelector("a");
      const number = link.querySelector(".roi-number").textContent;
      const state = node.querySelector(".roi-badge").textContent.trim();
      const straw = `${link.textContent} ${state} ${area.name}`.toLowerCase();
      return { ...node.dataset, node, area, link, number, title: link.lastChild.textContent.trim(), state, straw };
    }),
  );
  const drawn = places.map(([at, family, column]) => Object.assign(all[at], { family, column }));
  const links = ties.map(([type, before, after, holds]) => ({
    kind: KINDS[type],
    before: all[before],
    after: all[after],
    holds: Boolean(holds),
  }));
  let focus; // the decision that is shown with its neighbours alone
  let unfolded; // the areas that somebody chose to see; otherwise all, where there is room

  const element = (name, className, ...inside) => {
    const node = document.createElement(name);
    node.className = className;
    node.append(...inside);
    return node;
  };

  const button = (className, key, act, ...inside) => {
    const node = element("button", className, ...inside);
    node.type = "button";
    node.dataset.key = key;
    node.addEventListener("click", act);
    return node;
  };

  const put = (node, x, y, width, height) => {
    Object.assign(node.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    canvas.append(node);
    return { x, y, width, height, node };
  };

  const boxOf = (one) => {
    const state = element("span", `roi-badge roi-badge--${one.standing}`, one.state);
    const small = element("span", "roi-node__top", element("span", "roi-number", one.number), state);
    const className = `roi-node${"over" in one ? " roi-node--over" : ""}`;
    const box = button(className, `decision:${one.id}`, () => go(one), small, element("span", "roi-node__title", one.title));
    box.title = one.title;
    if (one === focus) box.setAttribute("aria-current", "true");
    return box;
  };

  const headOf = ({ name }, lane, tied, isOpen) => {
    const inside = new Set(lane);
    const count = tied.filter(({ before, after }) => inside.has(before) && inside.has(after)).length;
    const out = tied.filter(({ before, after }) => inside.has(before) !== inside.has(after)).length;
    const many = isOpen && lane.length > MOST ? ` (${worded(words.drawn, { drawn: MOST })})` : "";
    const ends = `${counted(words.inside, count)}, ${worded(words.out, { out })}`;
    const sum = element("span", "roi-soft", `${counted(words.decisions, lane.length)}${many}, ${ends}`);
    const act = () => (unfold(name, !isOpen), show());
    const head = button("roi-lineage__area", `area:${name}`, act, element("span", "", `${name} `), sum);
    head.setAttribute("aria-expanded", isOpen);
    return head;
  };

  // Each family stands below the one before it, each of its columns begins at its top.
  const fill = (lane, start, columns, left) => {
    let [top, bottom, family, filled] = [start, start, null, {}];
    for (const one of lane.slice(0, MOST)) {
      if (one.family !== family) [top, family, filled] = [bottom, one.family, {}];
      const row = (filled[one.column] = (filled[one.column] ?? -1) + 1);
      const x = left + columns.get(one.column) * (WIDTH + ACROSS);
      one.box = put(boxOf(one), x, top + row * (HEIGHT + DOWN), WIDTH, HEIGHT);
      bottom = Math.max(bottom, one.box.y + HEIGHT + DOWN);
    }
    return bottom;
  };

  // Each decision to be shown with how many steps away from the focus it is.
  const chosen = (tied) => {
    if (focus) return lineageNeighbours(focus, tied, Number(steps.value));
    const text = find.value.trim().toLowerCase();
    const ends = new Set(tied.flatMap(({ before, after }) => [before, after]));
    return new Map(all.filter((one) => ends.has(one) && one.straw.includes(text)).map((one) => [one, 0]));
  };

  const draw = () => {
    const tied = links.filter((link) => !kind.value || link.kind === kind.value);
    const shown = chosen(tied);
    for (const one of all) {
      one.box = null;
      one.node.hidden = !shown.has(one);
    }
    lineageWords(areas, kind.value, words, toldWhole);
    canvas.replaceChildren();
    const isOpen = ({ name }) => Boolean(focus) || (unfolded ? unfolded.has(name) : shown.size <= UNFOLDED);
    const seen = drawn.filter((one) => shown.has(one)).sort((one, other) => shown.get(one) - shown.get(other));
    const some = new Set(seen.filter(({ area }) => isOpen(area)).map(({ column }) => column));
    const columns = new Map([...some].sort((one, other) => one - other).map((column, rank) => [column, rank]));
    const among = tied.filter(({ before, after }) => shown.has(before) && shown.has(after));
    const around = among.some(({ before, after }) => before.column === after.column);
    const left = around && some.size ? LINEAGE_MARGIN : 0;
    const heads = new Map();
    const lanes = new Set(seen.map(({ area }) => area)).size;
    const room = some.size ? 0 : canvas.parentNode.clientWidth - 30 * (lanes + 1);
    const broad = Math.max(2 * WIDTH + ACROSS, Math.min(room, 560));
    let y = focus ? fill(seen, 0, columns, left) : 0;
    for (const area of focus ? [] : areas) {
      const lane = seen.filter((one) => one.area === area);
      if (!lane.length) continue;
      heads.set(area, put(headOf(area, lane, tied, isOpen(area)), left, y, broad, HEAD - 8));
      y = isOpen(area) ? fill(lane, y + HEAD, columns, left) + DOWN : y + HEAD;
    }
    const width = left + (some.size ? Math.max(columns.size, 2) * (WIDTH + ACROSS) - ACROSS + 4 : broad + 10 + 30 * lanes);
    canvas.style.cssText = `width:${width}px;height:${y}px;--roi-width:${width}`;
    const arcs = () => lineageArcs([...heads.values()], lineageBetween(among, heads), kind.value && kind.value !== "related");
    const lines = some.size ? linesOf(tied) : arcs();
    canvas.prepend(lineagePart("svg", { "aria-hidden": "true", width, height: y }, ...lines));
    tell(shown);
  };

  const linesOf = (tied) => {
    const lines = tied.map((tie) => ({ ...tie, from: tie.before.box, to: tie.after.box }));
    for (const { from, to } of lines) if (Boolean(from) !== Boolean(to)) countUnseen((from ?? to).node);
    return lineageLines(lines.filter(({ from, to }) => from && to));
  };

  const countUnseen = (node) => {
    const more = node.querySelector(".roi-node__more") ?? node.firstChild.appendChild(element("span", "roi-node__more"));
    more.textContent = `+${Number(more.textContent) + 1}`;
  };

  const tell = (shown) => {
    told.textContent = shown.size < all.length ? worded(words.shown, { shown: shown.size, all: all.length }) : "";
    steps.parentNode.hidden = panel.hidden = !focus;
    if (!focus) return;
    panel.replaceChildren(`${words.focus} `, focus.link.cloneNode(true), ` (${focus.state})`);
    const frame = canvas.parentNode;
    frame.scrollLeft = focus.box.x + (WIDTH - frame.clientWidth) / 2;
  };

  const remember = () => {
    const address = new URL(location.href);
    const wanted = { find: [find.value.trim()], links: [kind.value], focus: [focus?.id], steps: [focus && steps.value === "2" && "2"] };
    wanted.open = unfolded && !focus ? [...unfolded] : [];
    for (const [name, values] of Object.entries(wanted)) {
      address.searchParams.delete(name);
      for (const value of values) if (value) address.searchParams.append(name, value);
    }
    history.replaceState(history.state, "", address);
  };

  const show = () => {
    const key = canvas.contains(document.activeElement) && document.activeElement.dataset.key;
    draw();
    remember();
    const again = [...canvas.querySelectorAll("button")].find(({ dataset }) => dataset.key === key);
    again?.focus({ preventScroll: true });
  };

  const unfold = (name, yes) => {
    unfolded ??= new Set(canvas.querySelector(".roi-node") ? areas.map((area) => area.name) : []);
    if (yes) unfolded.add(name);
    else unfolded.delete(name);
  };

  const go = (one) => {
    focus = one;
    find.value = "";
    show();
    figure.scrollIntoView({ block: "nearest" });
  };

  const asked = new URLSearchParams(location.search);
  focus = all.find(({ id }) => id === asked.get("focus"));
  if (asked.has("open")) unfolded = new Set(asked.getAll("open"));
  find.value = asked.get("find") ?? "";
  kind.value = asked.get("links") ?? "";
  if (!kind.value) kind.value = "";
  steps.value = asked.get("steps") === "2" ? "2" : "1";
  form.addEventListener("input", ({ target }) => {
    if (target === find) focus = unfolded = null;
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    focus = unfolded = null;
    find.value = kind.value = "";
    show();
  });
  form.hidden = figure.hidden = false;
  draw();
});

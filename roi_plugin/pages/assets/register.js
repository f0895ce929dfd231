// The register: chooses, sorts and draws rows from the data in the page, a window at a time. What is chosen stands in
// the address, so that it can be sent to somebody.
onEach("form.roi-register", (form) => {
  const part = form.parentNode;
  const table = part.querySelector(".roi-register-table");
  const told = form.querySelector("output");
  const find = form.elements.find;
  const { filters } = form.elements; // the button that unfolds the facets where there is little room
  const more = part.querySelector(".roi-register-more");
  // A template, for Material runs every script of a page that it puts in place, whatever its type.
  const { size, window: step, texts, currencies, columns, words, element, textsAt, textAt, label, rowOf, csv } = registerRows(
    JSON.parse(form.querySelector("template").content.textContent),
  );
  const here = location.pathname;
  const NEWEST = "-date";
  const NOTHING = "none";
  const ANY = null;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const selects = [...form.querySelectorAll("select")];
  const same = selects.map((select) => select.parentNode).filter(({ hidden }) => hidden); // those with nothing to choose
  // What a decision does not have can be chosen, too.
  const facets = selects.map(({ name }) => {
    const [found, column] = [texts[name] ?? [], columns[name] ?? Array(size).fill(null)];
    const lacks = column.includes(null);
    const every = lacks && !found.includes(NOTHING) ? [...found, NOTHING] : found;
    return { texts: every, places: lacks ? column.map((value) => value ?? every.indexOf(NOTHING)) : column };
  });
  for (const [facet, select] of selects.entries()) {
    for (const value of facets[facet].texts) select.append(new Option(label(select.name, value), value));
  }
  const heads = [...table.tHead.querySelectorAll("[data-sort]")];

  let haystack; // what is found, of each row; made when somebody first looks for something
  const straw = () =>
    Array.from({ length: size }, (_, at) => {
      const said = ["status", "delivery", "owner", "area", "type", "tag"].flatMap((name) => textsAt(name, at).map((value) => label(name, value)));
      const file = columns.href[at].replace(/^\W+|\W+(index\.html)?$|\.html$/g, "");
      return plain([columns.number[at], columns.id[at], file, columns.title[at], ...said].join(" "));
    });

  // What a column is sorted by: numbers, and of texts their places in the alphabet; NaN stands for nothing.
  const ranks = {};
  const rankOf = (key) => {
    if (key === "flags") return Float64Array.from({ length: size }, (_, at) => columns.errors[at] * 1e6 + columns.warnings[at]);
    const texted = { title: columns.title, owner: columns.owner && columns.title.map((_, at) => textAt("owner", at)) }[key];
    if (texted) {
      const compare = new Intl.Collator(document.documentElement.lang || "en").compare;
      const rank = new Map([...new Set(texted)].sort(compare).map((text, place) => [text, place]));
      return Float64Array.from(texted, (text) => (text ? rank.get(text) : NaN));
    }
    return Float64Array.from(columns[key] ?? Array(size), (value) => (typeof value === "number" ? value : NaN));
  };

  let sort = NEWEST;
  let rows = [];
  let drawn = 0;

  const choose = () => {
    const wanted = selects.map(({ value }, facet) => (value ? facets[facet].texts.indexOf(value) : ANY));
    const counts = facets.map(({ texts }) => new Uint32Array(texts.length));
    const sought = plain(find.value).split(/\s+/).filter(Boolean);
    if (sought.length) haystack ??= straw();
    rows = [];
    for (let at = 0; at < size; at++) {
      if (!sought.every((word) => haystack[at].includes(word))) continue;
      let [misses, missed] = [0, -1];
      for (let facet = 0; facet < facets.length && misses < 2; facet++) {
        const value = facets[facet].places[at];
        if (wanted[facet] === ANY || value === wanted[facet] || (Array.isArray(value) && value.includes(wanted[facet]))) continue;
        [misses, missed] = [misses + 1, facet];
      }
      if (misses > 1) continue;
      if (!misses) rows.push(at);
      // A facet counts what would be shown if another of its values were chosen.
      for (let facet = 0; facet < facets.length; facet++) {
        if (misses && facet !== missed) continue;
        const value = facets[facet].places[at];
        for (const place of [value].flat()) counts[facet][place]++;
      }
    }
    selects.forEach((select, facet) => {
      for (const [place, count] of counts[facet].entries()) {
        const option = select.options[place + 1];
        option.text = `${label(select.name, option.value)} (${count})`;
        option.hidden = !count && place !== wanted[facet];
      }
    });
  };

  const arrange = () => {
    const key = sort.replace("-", "");
    const way = sort.startsWith("-") ? -1 : 1;
    const rank = (ranks[key] ??= rankOf(key));
    const apart = ["npv", "cost"].includes(key) && currencies.length > 1; // no sum of one currency is more than one of another
    rows.sort((one, other) => {
      const [left, right] = [rank[one], rank[other]];
      if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) - Number.isNaN(right) || one - other;
      return (apart && columns.currency[one] - columns.currency[other]) || way * (left - right) || one - other;
    });
    for (const head of heads) {
      if (head.dataset.sort === key) head.setAttribute("aria-sort", way < 0 ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };

  const draw = (until) => {
    const body = table.tBodies[0];
    if (!drawn) body.replaceChildren();
    body.append(...rows.slice(drawn, until).map(rowOf));
    drawn = Math.min(until, rows.length);
    const left = rows.length - drawn;
    more.hidden = !left;
    more.firstChild.textContent = worded(words.more, { next: Math.min(step, left), left });
  };

  const show = () => {
    choose();
    arrange();
    drawn = 0;
    draw(step);
    const active = selects.filter(({ value }) => value).length;
    if (filters) filters.textContent = active ? worded(words.active, { num: active }) : words.filters;
    for (const label of same) label.hidden = !label.lastChild.value;
    const strange = selects.find(({ value }, facet) => value && !facets[facet].texts.includes(value));
    const none = strange ? worded(words.strange, { value: shortened(strange.value), facet: named(strange) }) : words.none;
    told.textContent = rows.length ? worded(words.shown, { shown: rows.length, all: size }) : none;
  };

  const address = () => {
    const url = new URL(location.href);
    const state = { find: find.value.trim(), ...Object.fromEntries(selects.map(({ name, value }) => [name, value])) };
    state.sort = sort === NEWEST ? "" : sort;
    for (const [name, value] of Object.entries(state)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    return url;
  };

  // A value that no decision has (any more) stays chosen as it was sent: all decisions would be no answer to it.
  const choice = (select, value) => {
    select.querySelector("[data-strange]")?.remove();
    const known = [...select.options].some((option) => option.value === value);
    if (!known) select.append(new Option(`${shortened(value)} (0)`, value));
    if (!known) select.lastChild.dataset.strange = "";
    select.value = value;
  };
  const shortened = (value) => `\u2068${value.length > 40 ? `${value.slice(0, 39)}…` : value}\u2069`;
  const named = (select) => select.parentNode.firstChild.textContent.trim();

  const read = () => {
    const asked = new URLSearchParams(location.search);
    find.value = asked.get("find") ?? "";
    for (const select of selects) {
      choice(select, asked.get(select.name) ?? "");
    }
    sort = asked.get("sort") ?? NEWEST;
    if (!heads.some(({ dataset }) => dataset.sort === sort.replace("-", ""))) sort = NEWEST;
  };

  const chosen = () => {
    show();
    if (address().href !== location.href) history.pushState(null, "", address());
  };

  for (const head of heads) {
    const { sort: key } = head.dataset;
    const button = element("button", "roi-sort", ...head.childNodes);
    button.type = "button";
    button.addEventListener("click", () => {
      const down = sort === key || (sort !== `-${key}` && "down" in head.dataset);
      sort = down ? `-${key}` : key;
      chosen();
    });
    head.append(button);
  }
  const again = () => {
    if (!form.isConnected) window.removeEventListener("popstate", again);
    else if (location.pathname === here) (read(), show());
  };
  window.addEventListener("popstate", again);
  find.addEventListener("input", () => (show(), history.replaceState(history.state, "", address())));
  form.addEventListener("change", ({ target }) => target !== find && chosen());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    find.value = "";
    for (const select of selects) choice(select, "");
    sort = NEWEST;
    chosen();
  });
  filters?.addEventListener("click", () => {
    filters.setAttribute("aria-expanded", filters.getAttribute("aria-expanded") !== "true");
  });
  form.elements.csv.addEventListener("click", () => {
    const link = element("a", "");
    link.href = URL.createObjectURL(new Blob(["\ufeff", csv(rows)], { type: "text/csv" }));
    link.download = "decisions.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  more.firstChild.addEventListener("click", () => {
    const first = drawn;
    draw(drawn + step);
    table.tBodies[0].rows[first]?.querySelector("a").focus({ preventScroll: true });
  });
  read();
  show();
  form.hidden = false;
});

// Moves through the days of the register. Each day holds only what changed: to show one, all days up to it are added up.
onEach("form.roi-as-of", (form) => {
  const { records, days, words } = JSON.parse(form.querySelector("template").content.textContent);
  const then = document.querySelector(".roi-as-of-then");
  const { before, after, day: slider, "as-of": date } = form.elements;
  const lists = [...then.querySelectorAll("details")];
  const told = then.querySelector("p");
  const valid = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? "");

  // The place of the last day with a change up to a date; -1 before the first.
  const placeOf = (text) => days.findLastIndex(([changed]) => changed <= text);

  const standingsAt = (place) => {
    const found = new Map();
    for (const [, , steps] of days.slice(0, place + 1)) for (const [record, standing] of steps) found.set(record, standing);
    return found;
  };

  const item = ([number, title, href]) => {
    const line = document.createElement("li");
    const name = document.createElement(href ? "a" : "span");
    const small = document.createElement("span");
    small.className = "roi-number";
    small.textContent = number;
    const called = document.createElement("bdi"); // a title in another script keeps to itself
    called.textContent = title;
    name.append(small, " ", called);
    if (href) name.href = href;
    line.append(name, href ? "" : ` (${words.removed})`);
    return line;
  };

  const order = ([one], [other]) => one.localeCompare(other, document.documentElement.lang || "en", { numeric: true });

  const fill = (list) => {
    if (list.open) list.querySelector("ul").replaceChildren(...list.records.sort(order).map(item));
  };

  const show = (text) => {
    const place = placeOf(text);
    const standings = standingsAt(place);
    lists.forEach((list, standing) => {
      list.records = records.filter((_, record) => standings.get(record) === standing);
      list.hidden = !list.records.length;
      list.querySelector(".roi-number").textContent = list.records.length;
      fill(list);
    });
    date.value = text;
    slider.value = Math.max(place, 0);
    slider.setAttribute("aria-valuetext", text);
    before.disabled = place < 0 || (place === 0 && days[0][0] === text);
    after.disabled = place === days.length - 1;
    const [since, worth] = days[place] ?? [];
    const said = place < 0 ? words.none : since === text ? words.changed : words.unchanged;
    told.textContent = worded(said, { day: text, worth, since });
  };

  const go = (text) => {
    show(text);
    const address = new URL(location.href);
    address.searchParams.set("as-of", text);
    history.replaceState(history.state, "", address);
  };

  slider.max = days.length - 1;
  slider.addEventListener("input", () => go(days[slider.value][0]));
  date.addEventListener("change", () => valid(date.value) && go(date.value));
  before.addEventListener("click", () => {
    const place = placeOf(date.value);
    go(days[Math.max(0, days[place][0] < date.value ? place : place - 1)][0]);
  });
  after.addEventListener("click", () => go(days[placeOf(date.value) + 1][0]));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const list of lists) list.addEventListener("toggle", () => fill(list));
  // To Material, a link that leads to another day of this page leads nowhere.
  document.querySelector(".roi-quarters")?.addEventListener("click", (event) => {
    const link = event.target.closest("a[href*='?as-of=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(new URL(link.href).searchParams.get("as-of"));
    date.focus({ preventScroll: true });
    form.scrollIntoView({ block: "center" });
  });
  const asked = new URLSearchParams(location.search).get("as-of");
  show(valid(asked) ? asked : date.max);
  form.hidden = then.hidden = false;
});

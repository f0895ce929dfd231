// The filter of the timeline: what is chosen stands in the address, so that it can be sent to somebody.
onEach("form.roi-filter", (form) => {
  const list = document.querySelector(".roi-timeline");
  if (!list) return;
  const told = form.querySelector("output");
  const words = JSON.parse(form.querySelector("template").content.textContent);
  const beyond = form.querySelector(".roi-filter__beyond");
  const fields = [...form.elements].filter((field) => field.name);
  const months = [...list.querySelectorAll(".roi-month")].map((node) => ({ node, events: [...node.querySelectorAll("li")] }));

  const fits = ({ dataset }, wanted) =>
    (!wanted.kind || dataset.kinds.split(" ").includes(wanted.kind)) &&
    (!wanted.area || dataset.area === wanted.area) &&
    (!wanted.owner || dataset.owner === wanted.owner) &&
    (!wanted.since || dataset.day >= wanted.since);

  const apply = () => {
    const wanted = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    let shown = 0;
    let all = 0;
    for (const month of months) {
      let any = false;
      for (const event of month.events) {
        event.hidden = !fits(event, wanted);
        any ||= !event.hidden;
        shown += event.hidden ? 0 : 1;
      }
      month.node.hidden = !any;
      all += month.events.length;
    }
    const filters = fields.some((field) => field.value);
    told.textContent = filters ? counted(words.shown, all, { shown }) : "";
    if (beyond) beyond.hidden = !(wanted.since && wanted.since <= form.dataset.oldest);
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of fields) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  };

  const chosen = new URLSearchParams(location.search);
  for (const field of fields) field.value = chosen.get(field.name) ?? "";
  for (const field of fields) field.value ||= ""; // a choice that this page does not have chooses all
  form.addEventListener("input", () => (apply(), remember()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of fields) field.value = "";
    apply();
    remember();
  });
  apply();
  form.hidden = false;
});

// What the rows of the register say: as texts, as rows of its table, and as a file for a spreadsheet.
function registerRows(data) {
  const { size, texts, currencies, constant, words, labels } = data;
  const columns = { ...data.columns };
  const SCALES = [[1e9, "B"], [1e6, "M"], [1e3, "k"]];

  for (const [name, value] of Object.entries(constant)) columns[name] = Array(size).fill(value);

  const list = (value) => (value == null ? [] : Array.isArray(value) ? value : [value]);
  const textsAt = (name, at) => (texts[name] ? list(columns[name][at]).map((place) => texts[name][place]) : []);
  const textAt = (name, at) => textsAt(name, at)[0] ?? "";

  // What a value of a facet is called: words of ours are in the language of the page.
  const label = (name, value) => labels[name]?.[value] ?? (value === "none" ? words.nothing : value);

  const number = (value) => {
    const size = Math.abs(value);
    if (size < 0.005) return "0";
    if (size >= 1e15) return value.toExponential(2);
    const [scale, letter] = SCALES.find(([scale]) => size >= scale) ?? [1, ""];
    return Number((value / scale).toFixed(6)) + letter;
  };
  const money = (name, at) =>
    number(columns[name][at]) + (columns.currency[at] ? ` ${currencies[columns.currency[at]]}` : ""); // the first stands in the head
  const percent = (value) => (value > 0 && value < 0.5 ? "< 1 %" : value > 99.5 && value < 100 ? "> 99 %" : `${value} %`);
  const signed = (value) => `${number(value) !== "0" && value > 0 ? "+" : ""}${number(value)} %`;
  const day = (value) => (value ? String(value).replace(/(....)(..)(..)/, "$1-$2-$3") : "");

  const element = (name, className, ...inside) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...inside);
    return node;
  };
  const badge = (name, said) => element("span", `roi-badge roi-badge--${name}`, said);
  // On a phone a value stands behind the name of its column.
  const named = (name, cell) => {
    cell.dataset.label = words.heads[name];
    return cell;
  };
  // A figure leads to how it was computed. The title leads to the same page, so the keyboard need not stop here too.
  const worked = (at, said) => {
    const link = element("a", "", said);
    link.href = `${columns.href[at]}#roi-options`;
    link.tabIndex = -1;
    return link;
  };
  const figure = (name, at, say, aside = "") =>
    named(name, element("td", `roi-n${aside}`, columns[name][at] == null ? element("span", "roi-soft", "–") : worked(at, say(columns[name][at]))));
  const date = (name, at, className) => {
    const value = columns[name][at];
    const node = element("time", "", day(value));
    node.dateTime = day(value);
    return named(name, element("td", className, ...(value ? [node] : [])));
  };
  const flags = (name, at) => {
    const count = columns[`${name}s`][at];
    return count ? [badge(name, counted(words[name], count)), " "] : [];
  };

  const rowOf = (at) => {
    const link = element("a", "", element("bdi", "", columns.title[at]));
    link.href = columns.href[at];
    const title = element("th", "", link, ...(columns.illustrative[at] ? [" ", badge("illustrative", words.illustrative)] : []));
    title.scope = "row";
    const states = new Map(["status", "delivery"].flatMap((name) => textsAt(name, at).map((state) => [state, label(name, state)])));
    const area = textAt("area", at);
    const row = element(
      "tr",
      "",
      element("td", "roi-n", columns.number[at] ?? ""),
      title,
      element("td", "", ...[...states].flatMap(([state, said]) => [badge(state, said), " "])),
      element("td", "", textAt("owner", at), ...(area ? [element("div", "roi-soft", area)] : [])),
      figure("npv", at, () => money("npv", at)),
      figure("roi", at, signed, " roi-aside"),
      figure("loss", at, percent),
      figure("cost", at, () => money("cost", at)),
      date("date", at, "roi-aside"),
      date("review", at, ""),
      element("td", "", ...flags("error", at), ...flags("warning", at)),
    );
    row.setAttribute("role", "row");
    for (const cell of row.cells) cell.setAttribute("role", cell === title ? "rowheader" : "cell");
    return row;
  };

  // A cell that a spreadsheet would take for a formula begins with an apostrophe.
  const cell = (value) =>
    typeof value === "number" ? value : `"${String(value ?? "").replace(/^(?=[=+\-@\t\r\n＝＋－＠])/, "'").replaceAll('"', '""')}"`;
  const csv = (rows) => {
    const names = ["number", "id", "title", "status", "delivery", "owner", "area", "tags", "type", "objectives", "npv", "currency"];
    const lines = [[...names, "roi_percent", "loss_percent", "cost", "date", "review_due", "flags", "address"]];
    for (const at of rows) {
      const { number, id, title, npv, roi, loss, cost, review, href } = columns;
      const said = ["status", "delivery", "owner", "area", "tag", "type", "objective"].map((name) => textsAt(name, at).join("; "));
      const worth = [npv[at], currencies[columns.currency[at]], roi[at], loss[at], cost[at]];
      const rest = [day(columns.date[at]), day(review[at]), textsAt("flags", at).join("; "), new URL(href[at], location.href).href];
      lines.push([number[at], id[at], title[at], ...said, ...worth, ...rest]);
    }
    return lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
  };

  return { ...data, columns, element, textsAt, textAt, label, rowOf, csv };
}

// On a phone the rows of a table that is too wide become blocks, each value under the name of its column. What the
// table is to a voice that reads it stays, whatever the style sheet makes of its parts.
onEach(".roi-scroll > .roi-table", (table) => {
  const [head] = table.tHead?.rows ?? [];
  if (!head || table.matches(".roi-register-table") || !matchMedia("(max-width: 30em)").matches) return;
  const called = (cell) => cell.querySelector("abbr")?.title || (cell.querySelector(".roi-heat__head") ?? cell).textContent.trim();
  const fold = () => {
    const box = table.parentNode;
    if (!box.clientWidth || (box.scrollWidth <= box.clientWidth && !table.matches(".roi-table--stack"))) return;
    const role = (node, name) => node?.setAttribute("role", name);
    const names = [...head.cells].map(called);
    role(table, "table");
    for (const part of [table.tHead, ...table.tBodies]) role(part, "rowgroup");
    for (const row of table.rows) {
      role(row, "row");
      let at = 0;
      for (const cell of row.cells) {
        role(cell, cell.tagName === "TD" ? "cell" : row === head ? "columnheader" : "rowheader");
        if (row !== head && cell.colSpan === 1) cell.dataset.label ??= names[at];
        at += cell.colSpan;
      }
    }
    if (!table.matches(".roi-table--stack")) table.classList.add("roi-table--fold");
  };
  fold();
  // What is folded has no width yet.
  table.closest("details")?.addEventListener("toggle", fold, { once: true });
});

// Loads what only some pages need, from beside this script, when the first of these pages is there.
const beside = document.currentScript.src;
const loaded = new Set();
window.roi = { onEach, worded, counted };
onPage(() => {
  for (const [selector, file] of Object.entries(PARTS)) {
    if (loaded.has(file) || !document.querySelector(selector)) continue;
    loaded.add(file);
    document.head.append(Object.assign(document.createElement("script"), { src: new URL(file, beside).href }));
  }
});

// Loads what only some pages need, from beside this script, when the first of these pages is there.
const beside = document.currentScript.src;
const loaded = new Set();
window.roi = { onEach, worded, counted };
onPage(() => {
  for (const [selector, files] of Object.entries(PARTS)) {
    if (!document.querySelector(selector)) continue;
    for (const file of files) {
      if (loaded.has(file)) continue;
      loaded.add(file);
      // One after the other: a script needs what those before it define.
      const script = Object.assign(document.createElement("script"), { src: new URL(file, beside).href, async: false });
      document.head.append(script);
    }
  }
});

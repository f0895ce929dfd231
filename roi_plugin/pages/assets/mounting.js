// Calls `run` on the first page and on every page that a theme puts in its place without loading it anew.
function onPage(run) {
  // From disk Material replaces no pages, and its `document$` ends before it has told of the first one.
  const replaced = location.protocol !== "file:" && typeof window.document$?.subscribe === "function";
  if (replaced) window.document$.subscribe(run);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
  else run();
}

// Calls `mount` for each element that the selector finds, once.
function onEach(selector, mount) {
  onPage(() => {
    for (const node of document.querySelectorAll(selector)) {
      if (node.dataset.roiMounted) continue;
      node.dataset.roiMounted = "yes";
      mount(node);
    }
  });
}

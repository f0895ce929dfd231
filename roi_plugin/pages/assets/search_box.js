// The box on the first page that opens the theme's own search; where the theme has none, it stays away.
onEach(".roi-search", (box) => {
  const words = () => document.querySelector("[data-md-component='search-query'], input[type='search'], #mkdocs-search-query");
  if (!words()) return;
  box.hidden = false;
  box.addEventListener("click", () => {
    const drawer = document.querySelector("[data-md-toggle='search']");
    if (drawer && !drawer.checked) drawer.click();
    words()?.focus();
  });
});

// Where one of two pages is under the content security policy and the other is not, a link between them loads anew.
// Put in place by the theme, the first would get its policy too late, and the second would never be rid of it.
const folder = new URL(`../${FOLDER}`, beside).href;
const within = (address) => String(address).startsWith(folder);
const underPolicy = () => within(location.href) && document.querySelector("meta[http-equiv='Content-Security-Policy']");
document.addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest?.("a[href]");
    // The theme leaves a link alone that says where it opens.
    if (link && within(link.href) !== Boolean(underPolicy())) link.target ||= "_self";
  },
  true,
);

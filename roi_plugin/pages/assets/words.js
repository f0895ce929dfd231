// The words of a page are in its language and come from the page. A text with its values put in, which stand as `{name}`.
function worded(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A text that depends on a number, which stands in it as `{num}`: `forms` are its singular and its plural.
function counted(forms, num, values) {
  return worded(forms[num === 1 ? 0 : 1], { num, ...values });
}

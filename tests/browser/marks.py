"""What is too faint in the charts of a page, measured against the ground that the browser itself chose."""

_FAINT = """() => {
  const draw = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const channels = colour => {
    draw.clearRect(0, 0, 1, 1);
    draw.fillStyle = colour;
    draw.fillRect(0, 0, 1, 1);
    return [...draw.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => colour.slice(0, 3)
    .map(part => part / 255).map(part => part <= 0.04 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const ground = channels(getComputedStyle(probe).color);
  probe.remove();
  const contrast = (paint, opacity) => {
    if (!paint.startsWith("rgb")) return 1;
    const over = channels(paint), share = over[3] / 255 * opacity;
    const [dark, pale] = [light(over.map((part, place) => part * share + ground[place] * (1 - share))), light(ground)]
      .sort((one, other) => one - other);
    return (pale + 0.05) / (dark + 0.05);
  };
  return [...document.querySelectorAll("article figure svg :is(path, rect, circle, line, polyline, polygon, text)")]
    .filter(mark => !mark.closest("defs, [class*=grid]") && mark.checkVisibility())
    .filter(mark => {
      const look = getComputedStyle(mark), least = mark.localName === "text" ? 4.5 : 3;
      return contrast(look.fill, look.fillOpacity * look.opacity) < least
        && (!parseFloat(look.strokeWidth) || contrast(look.stroke, look.strokeOpacity * look.opacity) < least);
    })
    .map(mark => mark.outerHTML.slice(0, 100));
}"""


def faint(page) -> list[str]:
    """The beginnings of the marks, lines of the grid apart, whose fill and edge nobody tells from the ground.

    A mark wants a contrast of 3 and a text one of 4.5, as WCAG 2.2 has it (1.4.3 and 1.4.11).
    """
    return page.evaluate(_FAINT)

// The room held until the page in the frame says how tall it is: about what its first page takes, so that nothing below
// moves. [width, height] as measured (tests/browser/embed.spec.js holds it to that), and a little more; in between along the line.
// Clinics with other words say it themselves (attribute `reserve`).
const firstPage = [[280, 1670], [330, 1620], [345, 1500], [400, 1420], [480, 1310], [560, 1260], [640, 1320], [768, 1275], [1039, 1275], [1040, 945], [1200, 915]];

export function reservedHeight(width) {
  const at = firstPage.findIndex(([wider]) => wider >= width);
  if (at < 1) return (at === 0 ? firstPage[0] : firstPage.at(-1))[1];
  const [[left, before], [right, after]] = [firstPage[at - 1], firstPage[at]];
  return Math.ceil(before + ((after - before) * (width - left)) / (right - left));
}

const rules = `
:host { display: block; position: relative; min-width: 0; }
:host([hidden]) { display: none; }
:host([height="fill"]) { height: 100%; }
.box { overflow: hidden; overflow: clip; }
.box > iframe { display: block; width: 100%; height: 100%; border: 0; opacity: 0; }
.box.shown > iframe { opacity: 1; }
.marker { position: absolute; inset-inline: 0; visibility: hidden; pointer-events: none; }`;

// Not as <style>, which a strict policy of the page forbids; sheets made by script are fine.
export function dress(shadow) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  shadow.adoptedStyleSheets = [sheet];
}

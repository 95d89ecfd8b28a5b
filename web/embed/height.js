// The room held until the page in the frame says how tall it is: about what its first page takes, so that nothing below
// moves. [width, height] as measured (tests/browser/embed.spec.js holds it to that), and a little more; in between along the line.
// Clinics with other words say it themselves (attribute `reserve`).
const firstPage = [[280, 1730], [330, 1655], [345, 1565], [400, 1500], [480, 1380], [560, 1330], [640, 1400], [768, 1345], [1039, 1345], [1040, 1005], [1200, 985]];

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

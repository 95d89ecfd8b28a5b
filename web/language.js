// Expects of C++: nw_speak, nw_offer; nw_add_font adds letters to a font that is there. Other languages than the first:
// fetched when one is wanted.

// Dear ImGui sets one letter after another, and Inter has these scripts: what is written in others is for the browser.
const paintable = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

// languages: those that were fetched, by tag. get(name) gives the parsed entries of a content file.
export async function fetchLanguage(tag, languages, get) {
  if (languages.has(tag)) return languages.get(tag);
  const { letters = {}, ...files } = Object.fromEntries(await get(tag));
  const words = files[`interface/words/${tag}.json`];
  const fonts = await Promise.all(Object.entries(letters).map(async ([weight, address]) => {
    const response = await fetch(new URL(address, document.baseURI));
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return [new Uint8Array(await response.arrayBuffer()), Number(weight)];
  }));
  const sample = words["language/label"] + words["welcome/title"];
  languages.set(tag, {
    tag, files: Object.entries(files), words, fonts, later: `${tag}-later`,
    plain: !paintable.test(sample), direction: rightToLeft.test(sample) ? "rtl" : "ltr",
  });
  return languages.get(tag);
}

const told = new WeakMap(); // program -> tags of the languages it got here
function introduce({ tag, files, fonts }, { program, begin, showFont }) {
  const tags = told.get(program) ?? new Set([begin.tag]);
  told.set(program, tags);
  if (tags.has(tag)) return;
  tags.add(tag);
  for (const [path, file] of files) program.addSource(path, JSON.stringify(file));
  for (const [bytes, weight] of fonts) {
    showFont(bytes, weight);
    program.addFont(bytes, weight);
  }
}

let choices = 0;
// What main.js knows is in page. Where the language does not come all stays as it is, and says so.
export async function speak(tag, page) {
  const choice = ++choices;
  const { program } = page;
  let next;
  let words;
  try {
    next = await fetchLanguage(tag, page.languages, page.getContent);
    words = JSON.stringify(page.wordsIn(await page.getContent(next.later)));
  } catch (error) {
    console.error(error);
    next = undefined;
  }
  if (choice !== choices || program !== page.program) return; // another one was chosen, or somebody else is here
  // The choice stays where it was under the finger, though all around it has another height.
  const top = () => document.getElementById("language")?.getBoundingClientRect().top ?? 0;
  const before = top();
  if (next) introduce(next, page);
  const said = program.speak(next ? tag : "");
  if (next) {
    page.spoken = next;
    program.addWords(words);
  }
  page.now();
  if (scrollY > 0) scrollBy({ top: top() - before, behavior: "instant" });
  page.announce([[said, !next]]);
}

// Answers that were taken along come back in the address's fragment, which no server sees. It is cleared at once, before
// anything is loaded, so that neither history nor a look over the shoulder keeps it.
const codeIn = (address) => /#code=(.*)$/.exec(address)?.[1];

export function takeFragment(address = location.href) {
  const code = codeIn(address);
  if (code !== undefined && codeIn(location.href) !== undefined) {
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return code;
}

// To the clipboard, also in a frame that was not given the newer way to it.
function copySelected(text) {
  const place = document.createElement("span"); // a browser copies nothing where nothing is marked
  place.textContent = "\u00a0";
  document.body.append(place);
  getSelection().selectAllChildren(place);
  const give = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", give);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", give);
    getSelection().removeAllRanges();
    place.remove();
  }
}

// -> whether it is there now.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

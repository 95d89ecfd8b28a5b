const patience = 10_000;
const longest = 1 << 20;

async function get(address) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal: stop.signal });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const text = await response.text();
  clearTimeout(timer);
  if (text.length > longest) throw new Error("longer than 1 MiB");
  return text;
}

// The text of the settings, undefined where none are named. What could not be had is an empty text: the page then says
// "Please ask staff", for without the clinic's own waiting times it must not judge.
export async function fetchSettings(address, complain) {
  if (address === null) return undefined;
  try {
    return await get(new URL(address, document.baseURI));
  } catch (error) {
    complain("settings", `${address} could not be had: ${error.message}`);
    return "";
  }
}

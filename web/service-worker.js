// Keeps each version of the page whole in a cache of its own, and gives the page from there: README.md, "Without network".
// Nothing is put into a cache but the files of a version, while it is installed.
// tools/assemble.mjs: BUILD_VERSION, and BUILD_FILES as [address, SHA-256 in base64]; "./" is the page itself.
const family = `needlewise ${new URL(registration.scope).pathname} `;
const ownCache = family + BUILD_VERSION;
const addresses = new Set(BUILD_FILES.map(([address]) => address));

// Hashed addresses never change what they stand for.
const isHashed = (address) => address.startsWith("assets/");
const find = (address, cacheName) => caches.match(address, { cacheName, ignoreSearch: true, ignoreVary: true });
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(family));

async function findInAny(address) {
  for (const name of await versions()) {
    const found = await find(address, name);
    if (found) return found;
  }
  return undefined;
}

// The browser compares what comes with the digest. A copy in its own cache may be a broken one.
async function download(address, digest) {
  const get = (cache) => fetch(address, { cache, integrity: `sha256-${digest}` });
  const response = await get(isHashed(address) ? "default" : "no-cache").catch(() => get("reload"));
  if (!response.ok) throw new Error(`${response.status}`);
  // A page that was redirected to may not stand for the one asked for.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

async function tellPages(message) {
  for (const page of await clients.matchAll({ includeUncontrolled: true, type: "window" })) page.postMessage(message);
}

// All or nothing: if one file is missing, this version fails, and the browser asks for it again another time. What came
// whole is kept for then.
async function install() {
  const cache = await caches.open(ownCache);
  await Promise.all(BUILD_FILES.map(async ([address, digest]) => {
    try {
      const known = isHashed(address) && (await findInAny(address));
      await cache.put(address, known || (await download(address, digest)));
    } catch (error) {
      await tellPages({ missing: address });
      throw error;
    }
  }));
  for (const address of addresses) {
    if (!(await find(address, ownCache))) throw new Error(`${address} was taken away again`);
  }
}

// An older version stays as long as a page of it may be open: until the only page is one of this version.
async function tidy(versionOfPage) {
  const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const names = await versions();
  if (registration.installing || registration.waiting || versionOfPage !== BUILD_VERSION) return;
  if (pages.filter(({ url }) => url.startsWith(registration.scope)).length > 1) return;
  await Promise.all(names.filter((name) => name !== ownCache).map((name) => caches.delete(name)));
}

// Undefined for what is not ours to give: embed.js, the single file, everything else on this server.
function addressOf({ url, method }) {
  const base = registration.scope;
  const plain = url.replace(/[?#].*/, "");
  if (method !== "GET" || !plain.startsWith(base)) return undefined;
  const address = plain.slice(base.length).replace(/^(index\.html)?$/, "./");
  return addresses.has(address) || isHashed(address) ? address : undefined;
}

// An older page asks for parts of its own version; the page itself is always of this one.
async function give(request, address) {
  const kept = await find(address, ownCache).catch(() => undefined);
  return kept ?? (isHashed(address) ? await findInAny(address).catch(() => undefined) : undefined) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const address = addressOf(event.request);
  if (address) event.respondWith(give(event.request, address));
});
// {takeOver}: the person, or nobody in the waiting room, is ready for it. {hello}: a page of that version is there; it
// hears of which version this is.
addEventListener("message", (event) => {
  const { takeOver, hello } = event.data ?? {};
  if (takeOver) event.waitUntil(skipWaiting());
  if (!hello) return;
  event.ports[0].postMessage(BUILD_VERSION);
  event.waitUntil(clients.claim().then(() => tidy(hello)));
});

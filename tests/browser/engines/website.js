// A clinic's website with the page in it, on a port of its own: that is another origin.
import { once } from "node:events";
import { createServer } from "node:http";
import { after } from "node:test";

const pageAround = (server) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A clinic</title><link rel="icon" href="data:,">
<style>html { color-scheme: light; background: Canvas; color: CanvasText; } body { margin: 0; }</style>
<script>globalThis.told = []; document.addEventListener("ready", () => told.push("ready"), true);</script>
<needlewise-screening></needlewise-screening><script src="${server}/embed.js"></script></html>`;

export async function serveWebsite(server) {
  const website = createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(pageAround(server));
  });
  website.listen(0, "127.0.0.1");
  await once(website, "listening");
  after(() => website.close());
  return { address: `http://127.0.0.1:${website.address().port}` };
}

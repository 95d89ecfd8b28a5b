// Serves a folder (default build/web) on 127.0.0.1 as a clinic's web server should: right types, the compressed
// files where the browser takes them, the policy as a header. For trying and testing, not for the open network.
//   PORT=8080 node web/tools/serve.mjs [FOLDER]
//   FRAME_ANCESTORS="'self' https://clinic.example": websites that may show the page in a frame
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { frameAncestors, siteCspHeader } from "./csp.mjs";

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL("../../build/web", import.meta.url)));
const port = Number(process.env.PORT || 8080);

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm", ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json", ".ics": "text/calendar; charset=utf-8", ".pdf": "application/pdf",
};
const encodings = [["br", ".br"], ["gzip", ".gz"]];

// A file inside the folder, links resolved, or nothing.
async function fileAt(path) {
  try {
    const [real, base] = await Promise.all([realpath(path), realpath(folder)]);
    if (!real.startsWith(base + sep)) return undefined;
    const status = await stat(real);
    return status.isFile() ? { path: real, size: status.size } : undefined;
  } catch {
    return undefined;
  }
}

function accepts(header, encoding) {
  return (header ?? "").split(",").some((part) => {
    const [name, ...parameters] = part.trim().toLowerCase().split(";").map((word) => word.trim());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

const server = createServer(async (request, response) => {
  const refuse = (status, text) => response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "only GET and HEAD");
  let path;
  try {
    path = decodeURIComponent(request.url.split(/[?#]/)[0]);
  } catch {
    return refuse(400, "not an address");
  }
  if (path.includes("\0") || path.split(/[/\\]/).some((part) => part.startsWith("."))) return refuse(404, "no such file");
  if (path.endsWith("/")) path += "index.html";

  const plain = await fileAt(join(folder, path));
  if (!plain) return refuse(404, "no such file");
  // needlewise.html carries its own policy, with hashes, in a meta element.
  const policy = path === "/needlewise.html" ? frameAncestors : siteCspHeader;
  const headers = {
    "Content-Type": types[extname(path)] ?? "application/octet-stream",
    ...(policy && { "Content-Security-Policy": policy }),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    "Vary": "Accept-Encoding",
  };
  let file = plain;
  for (const [encoding, suffix] of encodings) {
    if (!accepts(request.headers["accept-encoding"], encoding)) continue;
    const packed = await fileAt(join(folder, path + suffix));
    if (!packed) continue;
    file = packed;
    headers["Content-Encoding"] = encoding;
    break;
  }
  response.writeHead(200, { ...headers, "Content-Length": file.size });
  if (request.method === "HEAD") return response.end();
  createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
});

server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `port ${port} is taken: set PORT to another one` : error.message);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => console.log(`Needlewise is at http://127.0.0.1:${server.address().port}`));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));

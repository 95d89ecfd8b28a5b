// A clinic's website around the built page, on two ports: that is, two origins, as in life. To try out, and for tests.
//   PORT=8080 node web/demo/serve.mjs     the page on PORT, the website on the next one
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const port = Number(process.env.PORT || 8080);
const page = `http://127.0.0.1:${port}`;
const site = `http://127.0.0.1:${port + 1}`;
// What a careful clinic's server says: nothing but its own, and this one script and frame from elsewhere.
const policy = `default-src 'none'; script-src 'self' ${page}; frame-src ${page}; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`;
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };
const files = ["/index.html", "/demo.css", "/demo.js", "/clinic.json"];

const server = createServer(({ url }, response) => {
  const path = url === "/" ? "/index.html" : url.split("?")[0];
  if (!files.includes(path)) return response.writeHead(404).end();
  const text = readFileSync(new URL(`.${path}`, import.meta.url), "utf8")
    .replaceAll("https://needlewise.example", page).replaceAll("http://127.0.0.1:8081", site);
  response.writeHead(200, { "Content-Type": types[extname(path)], "Content-Security-Policy": policy }).end(text);
});
server.listen(port + 1, "127.0.0.1", () => console.log(`The clinic's website is at ${site}`));

const serve = spawn(process.execPath, [fileURLToPath(new URL("../tools/serve.mjs", import.meta.url))], {
  env: { ...process.env, PORT: String(port), FRAME_ANCESTORS: site }, stdio: "inherit",
});
serve.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => serve.kill());

// Programs that a test starts: each says when it is ready, and none outlives the test, its temporary folder neither.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 20_000;
const running = new Set();
const folders = new Set();

// A port that nobody listens at now.
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "needlewise-engines-"));
  folders.add(folder);
  return folder;
}

// ready(text): what the program printed so far says that it is; its value is the result's `ready`. Each program leads
// a group of its own, so that what it started ends with it.
export async function startProgram(command, parts, { env = {}, ready, input = "ignore", stdio = [] }) {
  const child = spawn(command, parts, { env: { ...process.env, ...env }, detached: true, stdio: [input, "pipe", "pipe", ...stdio] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const program = { printed: "", ready: undefined, stop };
  running.add(child.pid);
  async function stop() {
    if (!running.delete(child.pid)) return;
    endGroup(child.pid);
    await ended;
  }
  let failure;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code, signal) => (failure ??= `it ended with ${signal ?? code}`));
  for (const stream of child.stdio.slice(1)) stream.setEncoding("utf8").on("data", (text) => (program.printed += text));
  for (const begin = Date.now(); ; ) {
    program.ready = await ready(program.printed);
    if (program.ready) return program;
    if (failure === undefined && Date.now() - begin > patience) failure = `not ready after ${patience / 1000} seconds`;
    if (failure !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await stop();
  throw new Error(`${command} did not start: ${failure}\n${program.printed}`);
}

// A browser's start, with what to look at where it fails.
export async function startOrTell(name, start, program) {
  try {
    return await start();
  } catch (error) {
    throw new Error(`${name} did not start: ${error.message}\n${program?.printed ?? ""}`, { cause: error });
  }
}

function endGroup(leader) {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // it ended by itself
  }
}

export function cleanUp() {
  for (const leader of running) endGroup(leader);
  running.clear();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}
process.on("exit", cleanUp);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

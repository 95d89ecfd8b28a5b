// A display that nobody sees, for browsers that want one.
import { startProgram } from "./processes.js";

export async function openDisplay({ width, height }) {
  const server = await startProgram("Xvfb", ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"], {
    stdio: ["pipe"],
    ready: (printed) => /^(\d+)\s*$/m.exec(printed)?.[1],
  });
  return { name: `:${server.ready}`, close: server.stop };
}

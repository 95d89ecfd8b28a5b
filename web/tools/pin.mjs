// Makes the `pin` of a kiosk's clinic settings, asked for so that it is in no shell's history:
//   node web/tools/pin.mjs
import { pbkdf2Sync, randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";

const iterations = 600_000; // about half a second on a tablet; more is slower for guessers and staff alike

export function hashPin(pin, { salt = randomBytes(16), rounds = iterations } = {}) {
  const hash = pbkdf2Sync(pin, salt, rounds, 32, "sha256");
  return { salt: salt.toString("base64"), hash: hash.toString("base64"), iterations: rounds };
}

async function main() {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const pin = await reader.question("PIN, 6 digits or more: ");
  reader.close();
  if (!/^\d{6,}$/.test(pin)) throw new Error("a PIN has 6 digits or more: shorter ones are guessed soon");
  console.log(`"pin": ${JSON.stringify(hashPin(pin))}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}

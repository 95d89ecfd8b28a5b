// Reads what a screenshot shows: PNG with 8 bits a channel, as browsers make it.
import { inflateSync } from "node:zlib";

const channelsOf = { 2: 3, 6: 4 }; // by the PNG's kind of colour

export function readPicture(png) {
  let header;
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") header = { width: data.readUInt32BE(0), height: data.readUInt32BE(4), depth: data[8], colour: data[9], interlaced: data[12] };
    if (kind === "IDAT") parts.push(data);
    at += length + 12;
  }
  const channels = channelsOf[header.colour];
  if (header.depth !== 8 || !channels || header.interlaced) throw new Error(`not such a PNG: ${JSON.stringify(header)}`);
  const { width, height } = header;
  return { width, height, channels, bytes: unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels) };
}

// Each row says by a first byte what its bytes are the difference to.
function unfilter(rows, stride, height, channels) {
  const bytes = Buffer.alloc(stride * height);
  const guesses = [
    () => 0, (left) => left, (left, above) => above, (left, above) => (left + above) >> 1,
    (left, above, corner) => {
      const guess = left + above - corner;
      const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one));
      return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    },
  ];
  for (let row = 0; row < height; ++row) {
    const from = row * (stride + 1);
    const guess = guesses[rows[from]];
    const to = row * stride;
    for (let column = 0; column < stride; ++column) {
      const left = column < channels ? 0 : bytes[to + column - channels];
      const above = row === 0 ? 0 : bytes[to + column - stride];
      const corner = row === 0 || column < channels ? 0 : bytes[to + column - stride - channels];
      bytes[to + column] = rows[from + 1 + column] + guess(left, above, corner);
    }
  }
  return bytes;
}

// How often each colour is in the box, as a map from 0xrrggbb.
export function coloursIn({ width, height, channels, bytes }, box = { left: 0, top: 0, width, height }) {
  const counts = new Map();
  const right = Math.min(width, Math.ceil(box.left + box.width));
  const bottom = Math.min(height, Math.ceil(box.top + box.height));
  for (let y = Math.max(0, Math.floor(box.top)); y < bottom; ++y) {
    for (let x = Math.max(0, Math.floor(box.left)); x < right; ++x) {
      const colour = bytes.readUIntBE((y * width + x) * channels, 3);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}

const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
export const brightness = (colour) => parts(colour).reduce((sum, part) => sum + part, 0) / 3;

// The colour that most of the picture has.
export const ground = (colours) => [...colours].reduce((most, one) => (one[1] > most[1] ? one : most))[0];

// How many pixels are not the same in both.
export function difference(one, other) {
  let count = 0;
  for (let at = 0; at < one.bytes.length; at += one.channels) {
    if (one.bytes.readUIntBE(at, 3) !== other.bytes.readUIntBE(at, 3)) ++count;
  }
  return count;
}

// Pixels of nearly this colour, "#rrggbb".
export function pixelsOf(colours, wanted) {
  const near = parts(parseInt(wanted.slice(1), 16));
  return [...colours].filter(([colour]) => parts(colour).every((part, at) => Math.abs(part - near[at]) <= 12))
    .reduce((sum, [, count]) => sum + count, 0);
}

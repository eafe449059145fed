/**
 * SHA-256 of short texts that share their beginning (FIPS 180-4). Written out because `crypto.subtle` answers each hash by a promise,
 * which is ten times slower for many short ones, and is missing on pages that are not served by HTTPS.
 */

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);

const fraction = (root: number): number => ((root - Math.floor(root)) * 0x100000000) | 0;
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const beginning = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const schedule = new Int32Array(64);

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function fillSchedule(block: DataView): void {
  for (let i = 0; i < 16; i++) schedule[i] = block.getInt32(i * 4);
  for (let i = 16; i < 64; i++) {
    const [a, b] = [schedule[i - 15] as number, schedule[i - 2] as number];
    const first = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const second = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    schedule[i] = ((schedule[i - 16] as number) + first + (schedule[i - 7] as number) + second) | 0;
  }
}

/** The state after one more block of 64 bytes. */
function after(state: Int32Array, block: DataView, into: Int32Array): Int32Array {
  fillSchedule(block);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const sum = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + sum + choice + (constants[i] as number) + (schedule[i] as number)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  const added = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) into[i] = ((state[i] as number) + (added[i] as number)) | 0;
  return into;
}

/** Hashes `start + end` for many ends: the blocks that only the start fills are hashed once. The eight words of the hash. */
export function hasherAfter(start: string): (end: string) => Int32Array {
  const encoder = new TextEncoder();
  const head = encoder.encode(start);
  const whole = head.length - (head.length % 64);
  const state = beginning.slice();
  for (let at = 0; at < whole; at += 64) after(state, new DataView(head.buffer, at, 64), state);
  const left = head.length - whole;
  const bytes = new Uint8Array(192);
  const view = new DataView(bytes.buffer);
  bytes.set(head.subarray(whole));
  const result = new Int32Array(8);
  return (end) => {
    const { written } = encoder.encodeInto(end, bytes.subarray(left, left + 100));
    const length = left + written;
    const blocks = Math.ceil((length + 9) / 64);
    bytes.fill(0, length, blocks * 64);
    bytes[length] = 0x80;
    view.setUint32(blocks * 64 - 4, (whole + length) * 8);
    result.set(state);
    for (let block = 0; block < blocks; block++) after(result, new DataView(bytes.buffer, block * 64, 64), result);
    return result;
  };
}

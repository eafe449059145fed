// A small deterministic generator, so that every run writes the same rows. Source: mulberry32, public domain.
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const hex = (words) => Array.from({ length: words }, () => next().toString(16).padStart(8, '0')).join('');
  return {
    below: (count) => next() % count,
    pick: (list) => list[next() % list.length],
    hex,
    /** UUID version 7 of an instant (RFC 9562): time first, then our own random bits. */
    id(milliseconds) {
      const time = milliseconds.toString(16).padStart(12, '0');
      const noise = hex(3);
      const variant = (8 + (next() % 4)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(3, 6)}-${noise.slice(6, 18)}`;
    },
  };
}

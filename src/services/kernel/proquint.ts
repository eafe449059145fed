/** Bytes as pronounceable words of five letters, two bytes each (D. S. Wilkerson, arXiv:0901.4016). */
const consonants = 'bdfghjklmnprstvz';
const vowels = 'aiou';
const word = /^[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]$/;

export function wordsFrom(bytes: Uint8Array): string[] {
  const words: string[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    const value = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    words.push(
      [
        ...[consonants[value >> 12], vowels[(value >> 10) & 3], consonants[(value >> 6) & 15]],
        ...[vowels[(value >> 4) & 3], consonants[value & 15]],
      ].join(''),
    );
  }
  return words;
}

/** The bytes of words; else the place of the first that is no such word, from 0. */
export function bytesFrom(words: readonly string[]): Buffer | number {
  const bad = words.findIndex((one) => !word.test(one));
  if (bad >= 0) return bad;
  const bytes = Buffer.alloc(words.length * 2);
  for (const [i, one] of words.entries()) {
    const [a, b, c, d, e] = [...one].map((letter) => Math.max(consonants.indexOf(letter), vowels.indexOf(letter)));
    bytes.writeUInt16BE(((a ?? 0) << 12) | ((b ?? 0) << 10) | ((c ?? 0) << 6) | ((d ?? 0) << 4) | (e ?? 0), i * 2);
  }
  return bytes;
}

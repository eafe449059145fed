const mostBytes = 255;

/** Controls, separators of folders and lines, byte order marks, and the marks that make a name read backwards. */
const unwanted = /[\p{Cc}/\\\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A sender's name for a file, kept as data: the last part of a path, without controls, at most 255 bytes, extension kept. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last.toWellFormed().normalize('NFC').replace(unwanted, '').replace(/^\.+/, '').trim();
  if (Buffer.byteLength(clean) <= mostBytes) return clean === '' ? 'fichier' : clean;
  const extension = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? '';
  return cut(clean.slice(0, clean.length - extension.length), mostBytes - extension.length) + extension;
}

/** Cuts between characters, never inside one. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let length = 0;
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}

/** Safe parsing of JSON from untrusted clients. */

/** Levels of arrays and objects that a text may nest: recursive code further on would pay for more. */
export const maxNesting = 64;

const codeOf = (sign: string): number => sign.charCodeAt(0);
const [quote, backslash] = [codeOf('"'), codeOf('\\')];
const [brace, bracket, closingBrace, closingBracket] = [codeOf('{'), codeOf('['), codeOf('}'), codeOf(']')];

/** The deepest nesting of a JSON text, found without parsing it. */
export function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === quote) i = endOfString(text, i);
    else if (sign === brace || sign === bracket) deepest = Math.max(deepest, (depth += 1));
    else if (sign === closingBrace || sign === closingBracket) depth -= 1;
  }
  return deepest;
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === quote) return i;
    if (sign === backslash) i += 1;
  }
  return text.length;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Uploads are instances of their own class: their properties do not come from the body. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;

/** Names that would reach an object's prototype. `constructor` alone is a harmless own property of parsed JSON. */
export const hasPrototypeKey = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(hasPrototypeKey)
    : isPlain(value) && (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeKey));

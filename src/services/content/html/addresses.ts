/** Which addresses a text of ours may hold, and how they are written. */

/** A base that is nobody's: what still names it after reading is a path of ours. */
const base = 'https://own.invalid';

/** The origins of the application itself: a link to them is no link outwards. */
export type OwnOrigins = ReadonlySet<string>;

export interface Address {
  readonly url: string;
  readonly isOutside: boolean;
}

function read(text: string): URL | undefined {
  // Read as browsers do, so that `ht\ntps:` and `\\host` are what they will be there.
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  return url?.username === '' && url.password === '' ? url : undefined;
}

/** A path of ours, written out; undefined for a text that merely looks like one (`//host`, `/\host`). */
const ownPath = (url: URL, text: string): string | undefined =>
  url.origin === base && text.trim().startsWith('/') ? url.pathname + url.search + url.hash : undefined;

/** The address of a link: https, mailto, tel, or a path of ours. */
export function linkOf(text: string, own: OwnOrigins): Address | undefined {
  const url = read(text);
  if (url === undefined) return undefined;
  const path = ownPath(url, text);
  if (path !== undefined) return { url: path, isOutside: false };
  if (url.origin === base) return undefined;
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return { url: url.href, isOutside: false };
  return url.protocol === 'https:' ? { url: url.href, isOutside: !own.has(url.origin) } : undefined;
}

/** The address of a picture: https, or a path of ours. */
export function pictureOf(text: string): string | undefined {
  const url = read(text);
  if (url === undefined) return undefined;
  if (url.origin === base) return ownPath(url, text);
  return url.protocol === 'https:' ? url.href : undefined;
}

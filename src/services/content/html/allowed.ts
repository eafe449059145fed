/** What a page may consist of: the allow-list. Everything else is removed, the text within it is kept. */

const plain = [
  ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre'],
  ...['strong', 'em', 's', 'sub', 'sup', 'small', 'mark', 'abbr', 'code', 'kbd', 'cite', 'q', 'del', 'ins'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['figure', 'figcaption', 'a', 'img'],
];
export const allowedTags: ReadonlySet<string> = new Set(plain);

/** What people write for one of these. */
export const sameAs: Readonly<Record<string, string>> = {
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
  b: 'strong',
  i: 'em',
  strike: 's',
};

/** Removed with all that is in them: their text is none. */
export const removedWhole: readonly string[] = [
  ...['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'embed', 'template', 'svg', 'math'],
  ...['title', 'xmp', 'noembed', 'noframes', 'plaintext', 'select'],
];

const short = (value: string): string | undefined => (value.length <= 500 ? value : undefined);
const upTo =
  (most: number) =>
  (value: string): string | undefined =>
    /^[1-9]\d{0,4}$/.test(value) && Number(value) <= most ? value : undefined;
const oneOf =
  (...values: readonly string[]) =>
  (value: string): string | undefined =>
    values.includes(value) ? value : undefined;

type Rule = (value: string) => string | undefined;
const cell: Readonly<Record<string, Rule>> = { colspan: upTo(100), rowspan: upTo(1_000) };

/** The attributes of each element beside its address, and what they may be. */
export const allowedAttributes: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  a: { title: short },
  abbr: { title: short },
  img: { alt: short, title: short, width: upTo(10_000), height: upTo(10_000) },
  ol: { start: upTo(99_999) },
  td: cell,
  th: { ...cell, scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
};

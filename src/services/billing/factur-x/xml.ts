/** The little of XML that an e-invoice needs: elements, attributes, text. The same tree gives the same bytes. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

type Child = Element | undefined | readonly (Element | undefined)[];

/** An element with others inside, in their order; those that are undefined are left out. */
export const element = (name: string, ...children: readonly Child[]): Element => ({
  name,
  attributes: {},
  content: children.flat().filter((child): child is Element => child !== undefined),
});

/** An element with a text inside. */
export const text = (name: string, content: string, attributes: Readonly<Record<string, string>> = {}): Element => ({
  name,
  attributes,
  content: oneLine(content),
});

/** An element with a text inside, where there is one to write. */
export const optionalText = (name: string, content: string | undefined): Element | undefined =>
  content === undefined || oneLine(content) === '' ? undefined : text(name, content);

/** What XML 1.0 forbids, and its white space: one space instead. Half a character becomes U+FFFD. */
const oneLine = (content: string): string =>
  content
    .toWellFormed()
    .replace(/[ \p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ')
    .trim();

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (content: string): string => content.replace(/[&<>"]/g, (character) => escapes[character] as string);

function lines({ name, attributes, content }: Element, indent: string): string[] {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (typeof content === 'string') return [`${indent}<${start}>${escaped(content)}</${name}>`];
  if (content.length === 0) return [`${indent}<${start}/>`];
  return [`${indent}<${start}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

/** A whole file, one element on a line. */
export const written = (root: Element): string =>
  `${['<?xml version="1.0" encoding="UTF-8"?>', ...lines(root, '')].join('\n')}\n`;

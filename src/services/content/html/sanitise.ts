import { defaultTreeAdapter, html as names, parseFragment, serialize } from 'parse5';
import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html';
import { linkOf, pictureOf, type OwnOrigins } from './addresses.ts';
import { allowedAttributes, allowedTags, removedWhole, sameAs } from './allowed.ts';
import { escaped } from './escaped.ts';
import { textOf } from './text-of.ts';

/** More levels than this are nobody's text. */
export const deepestNesting = 50;

export interface Sanitised {
  readonly html: string;
  /** What was taken out, each once, in order: `script`, `p[onclick]`, `a[href]`, `comment`. */
  readonly removed: readonly string[];
}

/** How often a text is cleaned and read again before it counts as hopeless. */
const mostRounds = 8;
/** As many kinds are named. */
const mostRemoved = 100;

/**
 * Keeps what the allow-list names, written as a browser would write it after reading it: cleaned, read as the HTML standard says, and
 * again until nothing changes. So cleaning twice changes nothing, and a browser reads what we read. Throws a `RangeError` where elements are within more than fifty others.
 */
export function sanitise(html: string, own: OwnOrigins): Sanitised {
  const removed = new Set<string>();
  if (/<!--|<!\[|<\?/.test(html)) removed.add('comment');
  let present = html;
  for (let round = 0; round < mostRounds; round++) {
    const next = asBrowsersWrite(sanitizeHtml(present, optionsFor(own, removed)));
    if (next === present) return { html: next, removed: [...removed].slice(0, mostRemoved) };
    present = next;
  }
  return { html: asBrowsersWrite(`<p>${escaped(textOf(present))}</p>`), removed: [...removed, 'markup'] };
}

/** Read and written by the HTML standard: elements are closed and put where a browser puts them. */
const asBrowsersWrite = (html: string): string => serialize(parseFragment(within, html, {}));

/** Where it will stand: a cell of a table, for one, is none there. */
const within = defaultTreeAdapter.createElement('main', names.NS.HTML, []);

const optionsFor = (own: OwnOrigins, removed: Set<string>): IOptions => ({
  allowedTags: [...allowedTags],
  // Each attribute is judged below; what is left is ours.
  allowedAttributes: false,
  allowedSchemes: ['https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: [...removedWhole],
  nestingLimit: deepestNesting,
  disallowedTagsMode: 'discard',
  ...levels(),
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
  transformTags: { '*': (tag, attributes) => judged(tag, attributes, { own, removed }) },
});

/** Counted while it is read, so that the time for a text is that of its length, however deep it is meant to be. */
function levels(): Pick<IOptions, 'onOpenTag' | 'onCloseTag'> {
  let level = 0;
  return {
    onOpenTag: () => {
      level += 1;
      if (level > deepestNesting) throw new RangeError('nesting');
    },
    onCloseTag: () => {
      level = Math.max(0, level - 1);
    },
  };
}

interface Judging {
  readonly own: OwnOrigins;
  readonly removed: Set<string>;
}

function judged(tag: string, attributes: Attributes, judging: Judging): { tagName: string; attribs: Attributes } {
  const tagName = Object.hasOwn(sameAs, tag) ? (sameAs[tag] as string) : tag;
  if (!allowedTags.has(tagName)) {
    judging.removed.add(nameOf(tag));
    return { tagName, attribs: {} };
  }
  const attribs: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    const kept = attributeOf(tagName, { name, value }, judging.own);
    if (kept === undefined) judging.removed.add(`${tagName}[${nameOf(name)}]`);
    else Object.assign(attribs, kept);
  }
  return { tagName, attribs };
}

/** Named in an answer: short, and nothing that could be read as markup. */
const nameOf = (name: string): string => name.replace(/[^\w:-]/g, '').slice(0, 40) || '?';

/** Rel is ours to say: whatever a text says of it is written anew. */
const outside = 'noopener noreferrer nofollow';

function attributeOf(
  tag: string,
  { name, value }: { readonly name: string; readonly value: string },
  own: OwnOrigins,
): Attributes | undefined {
  const place = `${tag}[${name}]`;
  if (place === 'a[rel]') return {};
  if (place === 'a[href]') return linkAttributes(value, own);
  const kept = place === 'img[src]' ? pictureOf(value) : allowedValue(tag, { name, value });
  return kept === undefined ? undefined : { [name]: kept };
}

function linkAttributes(value: string, own: OwnOrigins): Attributes | undefined {
  const link = linkOf(value, own);
  if (link === undefined) return undefined;
  return link.isOutside ? { href: link.url, rel: outside } : { href: link.url };
}

function allowedValue(
  tag: string,
  { name, value }: { readonly name: string; readonly value: string },
): string | undefined {
  const rules = allowedAttributes[tag] ?? {};
  return Object.hasOwn(rules, name) ? rules[name]?.(value) : undefined;
}

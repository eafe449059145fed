/** The words of a sanitised HTML text, as paragraphs that can be printed. */
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export interface Paragraph {
  readonly kind: 'HEADING' | 'TEXT' | 'ITEM';
  readonly text: string;
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

const kinds: Readonly<Record<string, Paragraph['kind']>> = {
  ...Object.fromEntries(['h2', 'h3', 'h4'].map((tag) => [tag, 'HEADING' as const])),
  ...Object.fromEntries(
    ['p', 'br', 'hr', 'blockquote', 'pre', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'caption', 'tr', 'figcaption'].map(
      (tag) => [tag, 'TEXT' as const],
    ),
  ),
  li: 'ITEM',
};

/** Parts of one line: a blank is between them. */
const apart: ReadonlySet<string> = new Set(['td', 'th']);

/** No-break spaces belong to the words. */
const spaced = (words: string): string => words.replace(/[ \t\n\r]+/g, ' ').trim();

interface Met {
  /** Of a text; empty for an element. */
  readonly words: string;
  /** Of an element; empty for a text. */
  readonly tag: string;
  readonly isOver: boolean;
}

/** Texts and elements in reading order, elements twice. What was written may be nested deeper than a program calls itself. */
function* walk(html: string): Generator<Met> {
  const left: { readonly node: Node; readonly isOver: boolean }[] = [{ node: parseFragment(html), isOver: false }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node, isOver } = next;
    const words = defaultTreeAdapter.isTextNode(node) ? node.value : '';
    yield { words, tag: 'tagName' in node ? node.tagName : '', isOver };
    if (isOver || !('childNodes' in node)) continue;
    left.push({ node, isOver: true }, ...node.childNodes.toReversed().map((child) => ({ node: child, isOver: false })));
  }
}

/** In reading order; what has no words is left out. The rows of a table are paragraphs. */
export function paragraphsOf(html: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let kind: Paragraph['kind'] = 'TEXT';
  let words = '';
  const end = (): void => {
    const text = spaced(words);
    words = '';
    // The words of an item may be in a paragraph within it.
    if (text === '') return;
    paragraphs.push({ kind, text });
    kind = 'TEXT';
  };
  for (const met of walk(html)) {
    const own = kinds[met.tag];
    if (own !== undefined) end();
    if (own !== undefined && own !== 'TEXT') kind = met.isOver ? 'TEXT' : own;
    words += apart.has(met.tag) ? ' ' : met.words;
  }
  end();
  return paragraphs;
}

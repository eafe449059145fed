import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

/** The words of a text without its markup, one blank between them. */
export function textOf(html: string): string {
  const words: string[] = [];
  const left: Node[] = [parseFragment(html)];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) words.push(node.value);
    else if ('childNodes' in node) left.push(...node.childNodes.toReversed());
    // Elements part words, unless they stand within one.
    if ('tagName' in node && isBlock.has(node.tagName)) words.push(' ');
  }
  // No-break spaces belong to the words.
  return words
    .join('')
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();
}

const isBlock: ReadonlySet<string> = new Set([
  ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'li', 'dt', 'dd', 'td', 'th', 'tr', 'caption'],
  ...['figure', 'figcaption', 'img', 'ul', 'ol', 'table'],
]);

import { SaxesParser } from 'saxes';
import { CalendarFailure } from '../port.ts';

/** An element: its name with its namespace, as `DAV:|href`. */
export interface XmlElement {
  readonly name: string;
  /** Its attribute `name`. */
  readonly label: string | undefined;
  readonly children: XmlElement[];
  text: string;
}

const deepest = 50;

/** Reads a document. One with a DOCTYPE is refused, and so is every entity that is not of XML itself. Error: CalendarFailure. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', label: undefined, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true, position: false });
  const refuse = () => {
    throw new CalendarFailure('UNREADABLE', 'BROKEN_XML');
  };
  const add = (part: string) => {
    (open.at(-1) ?? root).text += part;
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: XmlElement = { name: `${uri}|${local}`, label: attributes.name?.value, children: [], text: '' };
    if (open.push(element) > deepest) refuse();
    open.at(-2)?.children.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const xmlText = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

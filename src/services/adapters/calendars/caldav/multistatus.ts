import { childOf, childrenOf, readXml, type XmlElement } from './xml.ts';

export const dav = 'DAV:|';
export const cal = 'urn:ietf:params:xml:ns:caldav|';
export const server = 'http://calendarserver.org/ns/|';

/** What a multistatus (RFC 4918) says of one resource. */
export interface DavResource {
  readonly href: string;
  /** Of the resource as a whole; 200 when only its properties have one. */
  readonly status: number;
  /** The properties that it has. */
  readonly props: XmlElement | undefined;
}

export interface Multistatus {
  readonly resources: readonly DavResource[];
  readonly syncToken: string | null;
}

/** Addresses are made whole by the one they came from. */
export function readMultistatus({ text, url }: { readonly text: string; readonly url: string }): Multistatus {
  const root = readXml(text);
  return {
    resources: childrenOf(root, `${dav}response`).map((response) => resourceOf(response, url)),
    syncToken: childOf(root, `${dav}sync-token`)?.text.trim() || null,
  };
}

function resourceOf(response: XmlElement, base: string): DavResource {
  const found = childrenOf(response, `${dav}propstat`).find((propstat) => statusOf(propstat) === 200);
  return {
    href: resolveHref(childOf(response, `${dav}href`)?.text, base) ?? base,
    status: statusOf(response),
    props: childOf(found, `${dav}prop`),
  };
}

function statusOf(element: XmlElement): number {
  const [, status] = /\s(\d{3})\b/.exec(childOf(element, `${dav}status`)?.text ?? '') ?? [];
  return Number(status ?? 200);
}

export const resolveHref = (href: string | undefined, base: string): string | undefined =>
  href === undefined || href.trim() === '' ? undefined : (URL.parse(href.trim(), base)?.href ?? undefined);

/** The address within a property, such as `current-user-principal`. */
export const hrefIn = (props: XmlElement | undefined, name: string, base: string): string | undefined =>
  resolveHref(childOf(childOf(props, name), `${dav}href`)?.text, base);

export const textIn = (props: XmlElement | undefined, name: string): string | null =>
  childOf(props, name)?.text.trim() || null;

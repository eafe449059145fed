import type { HeldReason } from '../../../entities/messaging/visitor.entity.ts';
import { wordsText } from '../../kernel/search-query.ts';

/** A message with more links waits. */
const mostLinks = 3;

/** Written out, beginning as web addresses do, or a host with a path behind it. */
const link =
  /(?:https?:\/\/|www\.)([^\s"'<>()[\]]+)|(?<![\p{L}\p{N}@._-])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/[^\s"'<>()[\]]*)/giu;

/** The hosts that a text links to, one for each link. */
export const linkedHosts = (text: string): readonly string[] =>
  [...text.normalize('NFKC').matchAll(link)].map(([, written, bare]) =>
    (written ?? bare ?? '')
      .toLowerCase()
      // A name before the host, which browsers leave out.
      .replace(/^[^/?#]*@/u, '')
      .replace(/^www\./, '')
      .replace(/[/:?#].*$/su, '')
      .replace(/[.,;]+$/u, ''),
  );

/** What is blocked, of each kind; sites with those below them. */
export interface Blocked {
  readonly words: readonly string[];
  readonly addresses: readonly string[];
  readonly sites: readonly string[];
}

export interface Judged {
  readonly email: string;
  /** All that they wrote: subject and message. */
  readonly text: string;
}

/** Why a visitor’s message waits for an admin; nothing where it does not. */
export function reasonsToHold({ email, text }: Judged, { words, addresses, sites }: Blocked): HeldReason[] {
  const hosts = linkedHosts(text);
  const plain = wordsText(text);
  const isOf = (host: string) => sites.some((site) => host === site || host.endsWith(`.${site}`));
  const found: readonly (readonly [HeldReason, boolean])[] = [
    ['LINKS', hosts.length > mostLinks],
    ['WORD', words.some((word) => plain.includes(` ${word} `))],
    ['ADDRESS', addresses.includes(email)],
    ['SITE', hosts.some(isOf)],
  ];
  return found.flatMap(([reason, isSo]) => (isSo ? [reason] : []));
}

import type { ProvenPerson } from '../../adapters/sso/port.ts';

export interface Names {
  readonly firstName: string;
  readonly lastName: string;
}

const longest = 50;

/** What is left of a name without what could be a line or a tag of its own in a mail. */
const clean = (text: string | null): string => (text ?? '').replace(/[\p{Cc}\p{Cs}\u2028\u2029<>]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, longest).trim();

/** The names of a person as their provider writes them; of somebody with one name, or none, what can be had. They may change them later. */
export function namesOf({ givenName, familyName, fullName, email }: Pick<ProvenPerson, 'givenName' | 'familyName' | 'fullName' | 'email'>): Names {
  const [head, ...tail] = clean(fullName).split(' ');
  const mailbox = email?.replace(/@.*$/, '') ?? null;
  return { firstName: firstOf(clean(givenName), head, clean(mailbox)), lastName: firstOf(clean(familyName), tail.join(' ')) };
}

const firstOf = (...names: readonly (string | undefined)[]): string => names.find(Boolean) ?? '-';

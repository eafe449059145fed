import { parse } from 'tldts';
import type { ProvenPerson } from '../../adapters/sso/port.ts';
import { looksLikeAddress, withoutUnseen } from '../../kernel/names.ts';

export interface Names {
  readonly firstName: string;
  readonly lastName: string;
}

const longest = 50;

const isDomain = (host: string): boolean => parse(host).isIcann === true;
const isAddress = (text: string): boolean => looksLikeAddress(text, isDomain);

/** What is left of a name without what a form would be refused for: nobody can be asked to put it right. */
function clean(text: string | null): string {
  const words = withoutUnseen((text ?? '').toWellFormed())
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean);
  // A word at a time: « evil . com » is an address, none of its words is.
  const kept = words.reduce((name, word) => (isAddress(`${name} ${word}`) ? name : `${name} ${word}`), '').trim();
  const name = [...kept].slice(0, longest).join('').trim();
  return /\p{L}/u.test(name) ? name : '';
}

/** The names of a person as their provider writes them; of somebody with one name, or none, what can be had. They may change them later. */
export function namesOf({
  givenName,
  familyName,
  fullName,
  email,
}: Pick<ProvenPerson, 'givenName' | 'familyName' | 'fullName' | 'email'>): Names {
  const [head, ...tail] = clean(fullName).split(' ');
  const mailbox = email?.replace(/@.*$/, '') ?? null;
  return {
    firstName: firstOf(clean(givenName), head, clean(mailbox)),
    lastName: firstOf(clean(familyName), tail.join(' ')),
  };
}

const firstOf = (...names: readonly (string | undefined)[]): string => names.find(Boolean) ?? '-';

import { maxPasswordBytes } from '../../adapters/passwords/port.ts';
import { DomainError, type FieldError } from '../../kernel/errors.ts';
import { normalPassword } from '../../kernel/password-text.ts';
import { isCommon } from './common-passwords.ts';

export type PasswordRule =
  | 'minLength'
  | 'maxBytes'
  | 'lowercase'
  | 'uppercase'
  | 'digit'
  | 'wellFormed'
  | 'common'
  | 'containsEmail'
  | 'containsName'
  | 'containsBrand';

/** Whose password it is to be, and what the application is called. */
export interface PasswordOwner {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly brand: string;
}

const leastCharacters = 12;
/** Shorter names ("Li") stand in too many passwords by chance. */
const leastNameLength = 3;

/** The rules that a new password breaks (decision D10), in the form in which it is hashed; none when it is good. */
export function brokenRules(typed: string, owner: PasswordOwner): PasswordRule[] {
  const password = normalPassword(typed);
  const plain = bare(password);
  const contains = (text: string): boolean => text.length >= leastNameLength && plain.includes(text);
  const checks: readonly (readonly [PasswordRule, boolean])[] = [
    ['minLength', [...password].length < leastCharacters],
    ['maxBytes', Buffer.byteLength(password) > maxPasswordBytes],
    ['lowercase', !/\p{Ll}/u.test(password)],
    ['uppercase', !/\p{Lu}/u.test(password)],
    ['digit', !/\p{Nd}/u.test(password)],
    ['wellFormed', !password.isWellFormed() || password.includes('\0')],
    ['common', isCommon(plain)],
    ['containsEmail', contains(bare(owner.email.split('@')[0] ?? ''))],
    ['containsName', [owner.firstName, owner.lastName].some((name) => contains(bare(name)))],
    ['containsBrand', brandsOf(owner.brand).some(contains)],
  ];
  return checks.filter(([, isBroken]) => isBroken).map(([rule]) => rule);
}

/** Refuses a password that breaks a rule: `PASSWORD_TOO_WEAK`, naming the field and every rule broken. */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  const rules = brokenRules(password, owner);
  if (rules.length > 0)
    throw new DomainError('PASSWORD_TOO_WEAK', { fields: [{ path: 'input.password', rules }] satisfies FieldError[] });
}

/** Lower case without accents, so that `Élodie` is found in `elodie`. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** "Staka Livres" is also written in one word, with a dash, or by its first word; the product's own name counts too. */
function brandsOf(brand: string): string[] {
  const words = bare(brand).split(/\s+/).filter(Boolean);
  return [...new Set([...words.slice(0, 1), words.join(''), words.join('-'), words.join(' '), 'atelier'])];
}

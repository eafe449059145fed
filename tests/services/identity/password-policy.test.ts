import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import { brokenRules, requireGoodPassword } from '../../../src/services/identity/password/password.policy.ts';
import { generatedPassword } from '../../../src/services/identity/seed.ts';

const owner = { email: 'h.dupont-petit@example.org', firstName: 'Élodie', lastName: 'Le Guen', brand: 'Staka Livres' };
const rulesOf = (password: string) => brokenRules(password, owner);

describe('a new password', () => {
  test.each(['Un-Cheval-Bleu-42', 'tracteur7Violet!nuage', 'ÀÉÎõüabc9defgh', 'q7Z!mmeR0tis2gla'])(
    '%s is good',
    (password) => {
      expect(rulesOf(password)).toEqual([]);
    },
  );

  test.each([
    ['Court-1', ['minLength']],
    ['sans-majuscule-42x', ['uppercase']],
    ['SANS-MINUSCULE-42X', ['lowercase']],
    ['Sans-Aucun-Chiffre', ['digit']],
    ['cheval', ['minLength', 'uppercase', 'digit']],
    [`Aa1${'é'.repeat(35)}`, ['maxBytes']],
    ['Pistache42\0cornichon', ['wellFormed']],
    ['Pistache42\ud800cornichon', ['wellFormed']],
    ['Xh.dupont-petitX42', ['containsEmail']],
    ['Belle-Elodie-4242', ['containsName']],
    ['Nuage-LE GUEN-42', ['containsName']],
    ['Mon-StakaLivres-42', ['containsBrand']],
    ['Pluie-staka-livres9', ['containsBrand']],
    ['Notre-Atelier-2042', ['containsBrand']],
  ])('%j breaks %j', (password, rules) => {
    expect(rulesOf(password)).toEqual(rules);
  });

  test('72 bytes are the most', () => {
    expect(rulesOf(`Aa1${'xyzw?'.repeat(13)}pqrs`)).toEqual([]);
    expect(rulesOf(`Aa1${'xyzw?'.repeat(13)}pqrst`)).toEqual(['maxBytes']);
  });

  test.each([
    'Password1234',
    'P@ssw0rd12345',
    'Motdepasse2026',
    'MotDePasse!123',
    'Azerty123456',
    'Azertyuiop12',
    'Qwertyuiop1234',
    'Bonjour123456',
    'Soleil2026!!',
    'Marseille1993',
    'AdminAdmin123',
    'Welcome2026!!',
    'LoveYou123456',
    'Abcdefgh1234',
    'Abc1Abc1Abc1',
    'aaaaaaaaaaA1',
    '1234567890Ab',
    'IloveYou2026!',
    'Chocolat123456',
    'Qsdfghjklm12',
  ])('%s is common', (password) => {
    expect(rulesOf(password)).toContain('common');
  });

  test('is refused with every rule it breaks, on its own field', () => {
    expect(() => requireGoodPassword('cheval', owner)).toThrow(DomainError);
    try {
      requireGoodPassword('cheval', owner);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'PASSWORD_TOO_WEAK',
        details: { fields: [{ path: 'input.password', rules: ['minLength', 'uppercase', 'digit'] }] },
      });
    }
  });

  test('that the server makes is always good, and never the same', () => {
    const made = Array.from({ length: 200 }, generatedPassword);
    expect(made.flatMap(rulesOf)).toEqual([]);
    expect(new Set(made).size).toBe(200);
    // A word of five letters stood in one of some million passwords, which its own rules then refused.
    expect(made.filter((password) => /[aeiouy]/i.test(password))).toEqual([]);
  });
});

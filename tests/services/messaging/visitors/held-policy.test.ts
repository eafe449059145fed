import { expect, test } from '@jest/globals';
import { linkedHosts, reasonsToHold } from '../../../../src/services/messaging/visitors/held.policy.ts';

test.each([
  ['https://A.Example/x?y=1#z, http://b.example:8080', ['a.example', 'b.example']],
  ['voir www.c.example. Et d.example/page !', ['c.example', 'd.example']],
  ['[url=https://e.example]ici[/url] <a href="http://f.example">là</a>', ['e.example', 'f.example']],
  ['https://user@g.example/', ['g.example']],
  ['J’ai fini.Ensuite M.Dupont, 3.5 et camille@example.org, l’été… etc.', []],
  ['', []],
])('the sites that a text links to: %s', (text, hosts) => {
  expect(linkedHosts(text)).toEqual(hosts);
});

test('a message waits for more than three links, a blocked word, address or site, and for nothing else', () => {
  const blocked = { words: ['credit rapide'], addresses: ['robot@spam.example'], sites: ['spam.example'] };
  const reasons = (text: string, email = 'camille@example.org') => reasonsToHold({ email, text }, blocked);
  const link = 'https://a.example/ ';
  expect(reasons(link.repeat(3))).toEqual([]);
  expect(reasons(link.repeat(4))).toEqual(['LINKS']);
  expect(reasons('CRÉDIT – rapide !')).toEqual(['WORD']);
  expect(reasons('crédits rapides')).toEqual([]);
  expect(reasons('Bonjour', 'robot@spam.example')).toEqual(['ADDRESS']);
  expect(reasons('https://shop.spam.example/x')).toEqual(['SITE']);
  expect(reasons('https://notspam.example/x')).toEqual([]);
});

test('a text of 10,000 characters is judged at once, whatever it repeats', () => {
  for (const piece of ['a.', 'a/', 'www.', 'http://', '.-', '[('])
    expect([piece, linkedHosts(piece.repeat(10_000 / piece.length)).length]).toEqual([piece, expect.any(Number)]);
});

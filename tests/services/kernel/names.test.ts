import { describe, expect, test } from '@jest/globals';
import { parse } from 'tldts';
import { hasUnseen, looksLikeAddress } from '../../../src/services/kernel/names.ts';
import { isSameName, lengthOf, lines, oneLine, textFault } from '../../../src/services/kernel/text.ts';
import { namesOf } from '../../../src/services/identity/sso/names.ts';
import { inTime } from '../../support/in-time.ts';

const isDomain = (host: string): boolean => parse(host).isIcann === true;
const isName = (text: string): boolean => !hasUnseen(text) && !looksLikeAddress(text, isDomain);

describe('names', () => {
  test.each([
    'Jean-Paul d’Été',
    "Jean-Paul d'Été",
    "O'Neil",
    '李',
    '伟',
    'St. John',
    'Mc.Donald',
    'A.B.',
    'J.R.R. Tolkien',
    'Marcel·la',
    'H:son',
    'Dr. Ma',
    'Dr.Ma',
    'J.Li',
    'J. Li',
    'Jean.Pierre',
    'Saint-Exupéry',
    'Müller, Dr.',
    'Ñandú',
    'محمد',
    'علی‌رضا',
    'नरेन्द्र',
    'ශ්‍රී',
    '葛\u{e0100}',
    'Zoë',
    'Ph.D',
    'Marie   Curie',
    'Nguyễn',
    'Łukasz (dit Luc)',
    'X Æ A-12',
    'ʻOkina',
  ])('%s is a name', (text) => {
    expect(isName(text)).toBe(true);
  });

  test.each([
    'https://evil.example',
    'http:evil',
    'HTTPS://EVIL',
    'www.evil',
    'WWW .evil',
    'evil.example',
    'Evil.Example',
    'EVIL.COM',
    'visit evil.com now',
    'evil . com',
    'evil .com',
    'x@y.z',
    'x＠y',
    'evil.co.uk/path',
    'mailto:x',
    'ｅｖｉｌ．ｅｘａｍｐｌｅ',
    'evil。example',
    'evil｡com',
    'evil․com',
    'пример.рф',
    'evil.xn--p1ai',
    'evil.zip',
    't.co',
    '192.168.1.1',
    '//evil',
    'javascript:alert(1)',
    'ftp://x',
    'go to shop.test',
    'evil.localhost',
    'sub.evil.io',
    'a\u202eb',
    'a\u2066b',
    'a\u200bb',
    'a\u200eb',
    'a\u00adb',
    'a\u2060b',
    '\ufeffa',
    'a\u0000b',
    'a\u0085b',
    'a\nb',
    'a\u2028b',
    '<b>',
    'a\u{e0041}b',
    'ㅤ',
    'a\u2800',
    'Anna\u200dLee',
    '\ud800',
  ])('%j is none', (text) => {
    expect(isName(text)).toBe(false);
  });

  test('a provider’s names are cleaned: nobody can be asked to put them right', () => {
    const names = (givenName: string | null, familyName: string | null, fullName: string | null = null) =>
      namesOf({ givenName, familyName, fullName, email: 'evil.com@example.org' });
    expect(names('Ada https://evil.example', 'Love\u202elace')).toEqual({ firstName: 'Ada', lastName: 'Love lace' });
    expect(names('evil.example', 'www.evil')).toEqual({ firstName: '-', lastName: '-' });
    expect(names(null, null, 'Ada  King evil . com x@y.z')).toMatchObject({
      firstName: 'Ada',
      lastName: 'King evil .',
    });
    expect(names('\ud800', '\u0000')).toEqual({ firstName: '-', lastName: '-' });
    expect(names('李', '伟')).toEqual({ firstName: '李', lastName: '伟' });
  });
});

test('a text is well formed and without controls but for lines and tabs', () => {
  expect(['a\tb\r\nc', '😀', 'مرحبا\u200f', ''].map(textFault)).toEqual([undefined, undefined, undefined, undefined]);
  expect(['\ud800', 'a\udfff', '\udc00\ud800'].map(textFault)).toEqual(['wellFormed', 'wellFormed', 'wellFormed']);
  expect(['\u0000', '\u0008', '\u000b', '\u001b', '\u007f', '\u0085', '\u009f'].map(textFault)).toEqual(
    Array(7).fill('controlCharacters'),
  );
});

test('texts of forms are put right', () => {
  expect(oneLine('  Un \r\n titre\t\u202esuite ')).toBe('Un titre suite');
  expect(lines('a\r\nb\rc\u2028d\ne')).toBe('a\nb\nc\nd\ne');
  expect([lengthOf('😀😀'), lengthOf('❤️'), lengthOf('é')]).toEqual([2, 2, 1]);
});

test('names that people take for the same one are', () => {
  expect([
    isSameName('Café bot', 'cafe bot'),
    isSameName('CAFÉ BOT', 'cafe\u0301 bot'),
    isSameName('ÉTÉ', 'ete'),
    isSameName('a', 'b'),
    isSameName('Bot 1', 'Bot 2'),
  ]).toEqual([true, true, true, false, false]);
});

test('however long a text is, it is read once: one that is refused keeps nobody waiting', async () => {
  // Read anew from each of its letters, one of them takes ten seconds.
  await inTime(2_000, () => {
    for (const part of ['a', '1', ' ', '.', '. ', 'a.', '\u200c', 'www'])
      looksLikeAddress(`x${part.repeat(100_000)}x`, () => false);
  });
});

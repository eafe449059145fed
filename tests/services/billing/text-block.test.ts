import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grouped } from '../../../src/services/billing/invoice-pdf/letterhead.ts';
import { paragraphsOf } from '../../../src/services/platform/print/paragraphs.ts';
import { styles } from '../../../src/services/platform/print/style.ts';
import { clipped, endingAt, wrap } from '../../../src/services/platform/print/text-block.ts';

/** Every character is as wide as its font size, so that a line of ten points at size 1 holds ten. */
const measure = (text: string, { size }: { size: number }): number => [...text].length * size;
const fit = { measure, style: { ...styles.body, size: 1 } };

describe('wrapping', () => {
  test('breaks at spaces, and holds together what a no-break space joins', () => {
    expect(wrap('un deux trois', 8, fit)).toEqual(['un deux', 'trois']);
    expect(wrap('coûte 1\u202f450,00\u00a0€ net', 12, fit)).toEqual(['coûte', '1\u202f450,00\u00a0€', 'net']);
    expect(wrap('a\nb', 8, fit)).toEqual(['a', 'b']);
    expect(wrap('', 8, fit)).toEqual(['']);
  });

  test('cuts only the word that is wider than the line', () => {
    expect(wrap('ab abcdefghijkl z', 5, fit)).toEqual(['ab', 'abcde', 'fghij', 'kl z']);
  });

  test('never exceeds the width and never loses a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width, fit);
        for (const one of lines) expect(measure(one, fit.style)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/[ \t\n\r\u2028\u2029]/g, '')).toBe(text.replace(/[ \t\n\r\u2028\u2029]/g, ''));
      }),
    );
  });
});

test('clipped lines end with an ellipsis and are never more than allowed', () => {
  expect(clipped(['a', 'b'], 2)).toEqual(['a', 'b']);
  expect(clipped(['abc', 'def', 'ghi'], 2)).toEqual(['abc', 'de…']);
  expect(clipped(['ab😀', 'def'], 1)).toEqual(['ab…']);
});

test('a figure too wide for its column is made smaller, and still ends at its edge', () => {
  const style = { ...styles.body, size: 10 };
  const mark = endingAt(100, 0, { text: '12345678', style, space: 60, measure });
  expect(mark).toMatchObject({ text: '12345678', x: 40, style: { size: 7.5 } });
});

test('identifiers are grouped to be read aloud, however they were typed', () => {
  expect(grouped('732 829 32000074', [3, 3, 3, 5])).toBe('732\u00a0829\u00a0320\u00a000074');
  expect(grouped('FR7630006000011234567890189', [4])).toBe(
    'FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189',
  );
});

test('a text of the site is printed paragraph by paragraph, however deep it is nested', () => {
  const html =
    '<h2>1. Prix &amp; paiement</h2><p>Les prix\n sont <em>en euros</em>&nbsp;: <a href="/x">ici</a>.<br>Merci.</p>' +
    '<ul><li><p>Un</p><p>suite</p></li><li>Deux</li><li></li></ul>' +
    '<table><tbody><tr><th>Pack</th><td>350 €</td></tr></tbody></table>Fin';
  expect(paragraphsOf(html).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    ...['HEADING 1. Prix & paiement', 'TEXT Les prix sont en euros\u00a0: ici.', 'TEXT Merci.'],
    ...['ITEM Un', 'TEXT suite', 'ITEM Deux', 'TEXT Pack 350 €', 'TEXT Fin'],
  ]);
  const deep = `${'<blockquote>'.repeat(20_000)}<p>Au fond</p>`;
  expect(paragraphsOf(deep)).toEqual([{ kind: 'TEXT', text: 'Au fond' }]);
});

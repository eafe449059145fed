import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadFaces, printable, runsOf } from '../../../../src/services/adapters/pdf/fonts.ts';
import { anyText } from '../../../support/any-text.ts';

const { regular, semibold } = loadFaces();
const drawn = (text: string) =>
  runsOf(printable(text), regular).map((run) => [run.face.name.split('/').at(-1), run.text, run.isRightToLeft]);

describe('fonts', () => {
  test('French needs one font only, with its œ, € and narrow space', () => {
    expect(drawn('Œuvre à 1\u202f450,00\u00a0€ − « été »')).toHaveLength(1);
  });

  test('other alphabets and emoji go to the fonts that have them', () => {
    expect(drawn('Zoë 😀 🎉')).toEqual([
      ['SourceSans3_400Regular.ttf', 'Zoë ', false],
      ['DejaVuSans.ttf', '😀', false],
      ['SourceSans3_400Regular.ttf', ' ', false],
      ['NotoEmoji_400Regular.ttf', '🎉', false],
    ]);
    expect(drawn('a שלום עולם b')).toEqual([
      ['SourceSans3_400Regular.ttf', 'a ', false],
      ['DejaVuSans.ttf', 'שלום עולם', true],
      ['SourceSans3_400Regular.ttf', ' b', false],
    ]);
  });

  test('Chinese, Japanese and Korean are drawn, each with the shapes of its language', () => {
    const scripts = (text: string) => [
      ...new Set(runsOf(printable(text), regular).map(({ face }) => /noto-sans-(jp|sc|kr)/.exec(face.name)?.[1])),
    ];
    expect([scripts('日本語の本'), scripts('红楼梦'), scripts('한국어')]).toEqual([['jp'], ['sc'], ['kr']]);
    for (const text of ['日本語の本', '红楼梦', '한국어', '繁體中文'])
      for (const family of [regular, semibold])
        expect(
          runsOf(text, family)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
  });

  test('what no font has becomes a box that one has', () => {
    expect(drawn('ก')).toEqual(
      [['SourceSans3_400Regular.ttf', '□', false]].map(([, text, rtl]) => [expect.any(String), text, rtl]),
    );
  });

  test('nothing is given to a font that lacks it, whatever the text', () => {
    fc.assert(
      fc.property(anyText(60), fc.constantFrom(regular, semibold), (text, faces) => {
        for (const run of runsOf(printable(text), faces))
          for (const sign of run.text) expect(run.face.has(sign.codePointAt(0) ?? 0)).toBe(true);
      }),
      // Each Chinese sign opens another file of its font.
      { numRuns: process.env['STORM'] === 'full' ? 300 : 20 },
    );
  });

  test('invisible signs, which could reverse or hide what is read, are left out', () => {
    expect(printable('a\u202egpj.exe\u200b\ufeff\u00ad')).toBe('agpj.exe');
    expect(printable('a\u0000\r\n\tb')).toBe('a b');
    expect(printable('e\u0301')).toBe('é');
    expect(printable('\ud800x')).toBe('\ufffdx');
  });
});

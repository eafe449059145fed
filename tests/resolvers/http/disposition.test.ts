import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dispositionOf } from '../../../src/resolvers/http/disposition.ts';
import { anyText } from '../../support/any-text.ts';

const read = (name: string): { plain: string; encoded: string } => {
  const found = /^attachment; filename="(?<plain>[^"]*)"; filename\*=UTF-8''(?<encoded>[\w.~!%-]*)$/.exec(
    dispositionOf(name),
  )?.groups;
  if (found === undefined) throw new Error(`not a header: ${dispositionOf(name)}`);
  return { plain: found['plain'] as string, encoded: decodeURIComponent(found['encoded'] as string) };
};

test.each([
  ['‥／‥／etc／x.docx', '_.._etc_x.docx', '‥／‥／etc／x.docx'],
  ['．．＼．．＼x.docx', '_.._x.docx', '．．＼．．＼x.docx'],
  ['../../etc/x.docx', '_.._etc_x.docx', '_.._etc_x.docx'],
  ['…℀﹨.docx', 'a_c_.docx', '…℀﹨.docx'],
  ['a"b\r\nSet-Cookie: x.docx', 'a_bSet-Cookie_ x.docx', 'a"bSet-Cookie: x.docx'],
  ['x\u202egnp.docx', 'xgnp.docx', 'xgnp.docx'],
  ['%2e%2e%2fx.docx', '_2e_2e_2fx.docx', '%2e%2e%2fx.docx'],
  ['Été d’Anaïs.docx', 'Ete d_Anais.docx', 'Été d’Anaïs.docx'],
  ['日本語の本.docx', '_____.docx', '日本語の本.docx'],
  ['\ud800.docx', '_.docx', '\ufffd.docx'],
  ['...', 'fichier', 'fichier'],
  ['', 'fichier', 'fichier'],
  [' .htaccess. ', 'htaccess', 'htaccess'],
])('the name %j is %j to old clients', (name, plain, encoded) => {
  expect(read(name)).toEqual({ plain, encoded });
});

test('no character of Unicode becomes a separator, a leading dot or a control in the plain name', () => {
  const signs = Array.from({ length: 0x10ffff + 1 }, (_, code) => code).filter((code) =>
    /[^\w\P{ASCII}]/u.test(String.fromCodePoint(code).normalize('NFKD')),
  );
  expect(signs.length).toBeGreaterThan(300);
  for (const code of signs) {
    const { plain } = read(`${String.fromCodePoint(code)}x`);
    if (!/^[^."%*/:<>?\\|][^"%*/:<>?\\|]*$/.test(plain) || /[^\x20-\x7e]/.test(plain))
      throw new Error(`U+${code.toString(16)}: ${plain}`);
  }
});

test('whatever a file is called, the header is one line that names a file and no folder', () => {
  fc.assert(
    fc.property(anyText(), (name) => {
      const { plain, encoded } = read(name);
      expect(plain).toMatch(/^(?!\.)[^"%*/:<>?\\|]+$/);
      expect(encoded).not.toMatch(/^\.|[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 300 },
  );
});

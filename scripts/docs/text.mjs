// What the generated pages share: tables, sources' comments, and parts of pages that people write.
import { readFileSync } from 'node:fs';

export const notice = (source) => `<!-- Written by \`npm run generate\` from ${source}: do not edit. -->\n`;

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The first comment before each `export const name` of a module, on one line. */
export function commentsOf(file) {
  const source = readFileSync(file, 'utf8');
  const found = source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const (\w+)/g);
  return new Map(
    [...found].map(([, text, name]) => [
      name,
      text
        .split('\n')
        .map((line) => line.replace(/^\s*\* ?/, '').trim())
        .join(' ')
        .trim(),
    ]),
  );
}

/** Writes between `<!-- begin NAME -->` and `<!-- end NAME -->` of a page; the rest stays as people wrote it. */
export function fillPart(page, name, content) {
  const [begin, end] = [`<!-- begin ${name}`, `<!-- end ${name} -->`];
  const from = page.indexOf('\n', page.indexOf(begin));
  const to = page.indexOf(end);
  if (!page.includes(begin) || to < from) throw new Error(`No part "${name}" in this page`);
  return `${page.slice(0, from)}\n\n${content.trim()}\n\n${page.slice(to)}`;
}

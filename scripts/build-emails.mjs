// Compiles the mails (`src/services/<domain>/emails/<name>.<locale>.mjml`, inside the shared layout) to Handlebars, in one
// generated module: nothing is copied into dist/, and MJML is never loaded at run time. A mail with a fault
// that `emails/problems.mjs` finds is refused.
//
// A mail's file begins with its subject (`<mj-title>`) and the line that inboxes show after it (`<mj-preview>`); the rest
// is the content of its column. `<mail-button href="…">…</mail-button>` is replaced by `layout/button.mjml` with its
// attributes in `[[href]]` and what it contains in `[[content]]`; so for every file of the layout folder. The text part is
// generated from the same elements by `emails/text-part.mjs`.
import './help.mjs';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locales, problemsOf } from './emails/problems.mjs';
import { bodyOf, textParts } from './emails/text-part.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const layoutFolder = 'src/services/notifications/mail/layout';
const target = join(root, 'src/services/notifications/mail/templates.generated.ts');
const scripts = ['scripts/build-emails.mjs', 'scripts/emails/problems.mjs', 'scripts/emails/text-part.mjs'];

const read = (path) => readFileSync(join(root, path), 'utf8');
const list = (pattern) =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

async function buildEmails() {
  const pieces = list(`${layoutFolder}/*.mjml`);
  const mails = list('src/services/*/emails/*.mjml');
  const stamp = stampOf([...scripts, ...pieces, ...mails]);
  if (existsSync(target) && readFileSync(target, 'utf8').includes(stamp)) return 'up to date';

  const layout = Object.fromEntries(pieces.map((path) => [basename(path, '.mjml'), read(path).trim()]));
  const { default: mjml2html } = await import('mjml');
  const compiled = {};
  for (const path of mails) {
    const [, name, locale] = /^(.+)\.(\w\w)\.mjml$/.exec(basename(path)) ?? [];
    if (!locales.includes(locale)) throw new Error(`${path}: name it <mail>.<${locales.join('|')}>.mjml`);
    if (compiled[name]?.[locale]) throw new Error(`${path}: another domain has a mail of this name`);
    (compiled[name] ??= {})[locale] = await compile(path, locale, { layout, mjml2html });
  }
  const problems = Object.entries(compiled).flatMap(([name, texts]) =>
    problemsOf(texts).map((problem) => `mail ${name}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  writeFileSync(target, moduleOf(compiled, stamp));
  return `${mails.length} compiled`;
}

/** Changes when a source, a script or MJML itself does. */
function stampOf(paths) {
  const { version } = createRequire(import.meta.url)('mjml/package.json');
  const hash = createHash('sha256').update(version);
  for (const path of paths) hash.update(path).update('\0').update(read(path).replaceAll('\r\n', '\n')).update('\0');
  return `Sources: ${hash.digest('hex').slice(0, 32)}`;
}

async function compile(path, locale, { layout, mjml2html }) {
  const source = read(path);
  const parts = textParts(source, locale, (problem) => new Error(`${path}: ${problem}`));
  const whole = layout.layout
    .replace('[[locale]]', locale)
    .replace('[[content]]', () => expand(bodyOf(source), layout, path));
  const { html, errors } = await mjml2html(whole, { validationLevel: 'strict', keepComments: false, fonts: {} });
  if (errors.length > 0)
    throw new Error(`${path}: ${errors.map(({ formattedMessage }) => formattedMessage).join('; ')}`);
  return {
    ...parts,
    html: html
      .replace(/[ \t]+$/gm, '')
      .replace(/^[ \t]+/gm, '')
      .replace(/\n{2,}/g, '\n')
      .trim(),
  };
}

/** Replaces the innermost `<mail-…>` elements until none is left. */
function expand(source, layout, path) {
  const element = /<mail-(\w+)((?:\s+\w+="[^"]*")*)\s*>((?:(?!<mail-)[\s\S])*?)<\/mail-\1>/g;
  let text = source;
  while (text.includes('<mail-')) {
    const next = text.replace(element, (_, name, attributes, content) => {
      if (layout[name] === undefined) throw new Error(`${path}: there is no ${layoutFolder}/${name}.mjml`);
      const values = Object.fromEntries(
        [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      return layout[name].replace(/\[\[(\w+)\]\]/g, (hole, key) => {
        const value = key === 'content' ? content.trim() : values[key];
        if (value === undefined) throw new Error(`${path}: <mail-${name}> needs ${key}`);
        return value;
      });
    });
    if (next === text) throw new Error(`${path}: a <mail-…> element is not closed`);
    text = next;
  }
  return text;
}

/** A string of the generated module: no-break spaces are written so that they are seen. */
const literal = (text) =>
  JSON.stringify(text).replace(/[\u00a0\u202f]/g, (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`);

function moduleOf(compiled, stamp) {
  const names = Object.keys(compiled).sort();
  const entries = names.map((name) =>
    [
      `  '${name}': {`,
      ...locales.flatMap((locale) => [
        `    ${locale}: {`,
        ...['subject', 'preheader', 'text', 'html'].map(
          (part) => `      ${part}: ${literal(compiled[name][locale][part])},`,
        ),
        '    },',
      ]),
      '  },',
    ].join('\n'),
  );
  return [
    '// Generated by scripts/build-emails.mjs (npm run generate): change the .mjml sources, not this file.',
    `// ${stamp}`,
    "import type { Locale } from '../../kernel/locale.ts';",
    '',
    '/** A mail in one language, as Handlebars. The text part ends before the footer. */',
    'export interface MailTemplates {',
    '  readonly subject: string;',
    '  /** The line that inboxes show after the subject. */',
    '  readonly preheader: string;',
    '  readonly text: string;',
    '  readonly html: string;',
    '}',
    '',
    '/** Base name of the MJML files of a mail. */',
    `export type TemplateName =\n${names.map((name) => `  | '${name}'`).join('\n')};`,
    '',
    'export const compiledMails: Readonly<Record<TemplateName, Readonly<Record<Locale, MailTemplates>>>> = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}

console.log(`e-mails: ${await buildEmails()}`);

/** Every e-mail of the house renders its sample, in both languages, as a person should receive it. */
import { describe, expect, test } from '@jest/globals';
import Handlebars from 'handlebars';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, type DefaultTreeAdapterMap, type ParserError } from 'parse5';
import { mails, type MailName } from '../../src/mails.ts';
import { locales } from '../../src/services/kernel/locale.ts';
import { mailRenderer } from '../../src/services/notifications/index.ts';
import { compiledMails } from '../../src/services/notifications/mail/templates.generated.ts';

const identity = {
  brand: 'Staka Livres',
  siteUrl: 'https://www.example.org',
  contactEmail: 'bonjour@example.org',
  timeZone: 'Europe/Paris',
};
const mailer = mailRenderer(mails, identity);
const names = Object.keys(mails) as MailName[];
const cases = names.flatMap((name) => locales.map((locale) => ({ name, locale })));
const rendered = ({ name, locale }: (typeof cases)[number]) => mailer.renderStored(name, locale, mails[name].sample);

type Node = DefaultTreeAdapterMap['node'];

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodesOf(child);
}

const attributesOf = (html: string, name: string): string[] =>
  [...nodesOf(parse(html))]
    .flatMap((node) => ('attrs' in node ? node.attrs : []))
    .filter((a) => a.name === name)
    .map((a) => a.value);

/** What is shown to a reader. */
const proseOf = (html: string): string =>
  [...nodesOf(parse(html))]
    .filter((node) => node.nodeName === '#text' && 'parentNode' in node && node.parentNode?.nodeName !== 'style')
    .map((node) => ('value' in node ? node.value : ''))
    .join('\n');

/** What a sample gives, and what the things in its lists give. */
const entriesOf = (sample: object): [string, unknown][] =>
  Object.entries(sample).flatMap(([key, value]): [string, unknown][] => [
    [key, value],
    ...(Array.isArray(value) ? value.flatMap((one) => entriesOf(one as object)) : []),
  ]);

/** The variables that a template reads, whether in a text, a helper or a condition. */
function variablesOf(source: string): Set<string> {
  const found = new Set<string>();
  class Reader extends Handlebars.Visitor {
    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      this.read(statement.path, statement.params);
    }
    override BlockStatement(statement: hbs.AST.BlockStatement): void {
      this.read(statement.path, statement.params);
      super.BlockStatement(statement);
    }
    read(path: hbs.AST.PathExpression | hbs.AST.Literal, params: hbs.AST.Expression[]): void {
      for (const part of params.length > 0 ? params : [path]) {
        if (!('parts' in part)) continue;
        const { data, parts } = part as hbs.AST.PathExpression;
        // `@root.words` is `words`, also within a list.
        found.add(String(parts[data ? 1 : 0]));
      }
    }
  }
  new Reader().accept(Handlebars.parse(source));
  return found;
}

test('every mail with a template is in the registry, under its own name', () => {
  const sources = globSync('src/services/*/emails/*.mjml').map((path) => basename(path).replace(/\.\w\w\.mjml$/, ''));
  expect(new Set(sources)).toEqual(new Set(names));
  expect(new Set(Object.keys(compiledMails))).toEqual(new Set(names));
  for (const name of names) expect(mails[name].name).toBe(name);
});

describe.each(cases)('$name in $locale', ({ name, locale }) => {
  const { subject, preheader, text } = mails[name].words[locale];
  const mail = rendered({ name, locale });

  test('has a one-line subject, a text part and a whole HTML part', () => {
    expect(mail.subject).toMatch(/^[^\r\n]{5,150}$/);
    expect(mail.text.split('\n').length).toBeGreaterThan(8);
    const errors: ParserError[] = [];
    parse(mail.html, { onParseError: (error) => errors.push(error) });
    expect(errors).toEqual([]);
    expect(attributesOf(mail.html, 'lang')).toContain(locale);
  });

  test('leaves nothing unfilled', () => {
    for (const part of [mail.subject, mail.text, mail.html])
      expect(part).not.toMatch(/\{\{|\}\}|\[\[|\bundefined\b|\bnull\b|\[object|NaN/);
  });

  test('reads only variables that its sample lists, and all of them', () => {
    const sampled = entriesOf(mails[name].sample).map(([key]) => key);
    const given = new Set([...sampled, ...Object.keys(identity), 'words', 'subject', 'preheader']);
    const html = compiledMails[name]?.[locale] ?? '';
    const read = new Set([subject, preheader, text, html].flatMap((source) => [...variablesOf(source)]));
    expect([...read].filter((variable) => !given.has(variable))).toEqual([]);
    expect(sampled.filter((variable) => !read.has(variable))).toEqual([]);
  });

  test('links are absolute, and those of the button are also in the text', () => {
    const links = attributesOf(mail.html, 'href');
    for (const link of links) expect(link).toMatch(/^(https:\/\/www\.example\.org\b|mailto:bonjour@example\.org$)/);
    const own = entriesOf(mails[name].sample)
      .filter(([key]) => key.endsWith('Url'))
      .map(([, value]) => String(value));
    expect(own.length).toBeGreaterThan(0);
    for (const url of own) {
      expect(links.filter((link) => link === url)).toHaveLength(2);
      expect(mail.text).toContain(`\n${url}\n`);
      expect(proseOf(mail.html)).toContain(url);
    }
  });

  test('fetches nothing when it is opened', () => {
    expect(attributesOf(mail.html, 'src')).toEqual([]);
    expect(mail.html).not.toMatch(/@import|url\(|<link/i);
  });
});

describe.each(names)('the French of %s', (name) => {
  const { subject, text, html } = rendered({ name, locale: 'fr' });
  const prose = [subject, text.replaceAll('\n-- \n', '\n'), proseOf(html)]
    .join('\n')
    .replace(/\S+:\/\/\S+|mailto:\S+/g, '');

  test('has its accents and its apostrophes', () => {
    expect(text).toMatch(/[éèàêùç]/);
    expect(proseOf(html)).toMatch(/[éèàêùç]/);
    expect(prose).not.toMatch(/\p{L}'\p{L}/u);
  });

  test('never lets a line begin with a punctuation mark', () => {
    expect(prose).not.toMatch(/[^\u00a0]:(\s|$)/m);
    expect(prose).not.toMatch(/[^\u202f][;!?](\s|$)/m);
    expect(prose).not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
    expect(prose).not.toMatch(/\d [€%]/);
  });
});

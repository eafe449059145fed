/** Every e-mail renders its sample, in both languages, as a person should receive it. */
import { describe, expect, test } from '@jest/globals';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, type DefaultTreeAdapterMap, type ParserError } from 'parse5';
import { ownVariables, problemsOf, variablesOf } from '../../scripts/emails/problems.mjs';
import { mails, type MailName } from '../support/mails.ts';
import { locales } from '../../src/services/kernel/locale.ts';
import { mailRenderer } from '../../src/services/notifications/index.ts';
import { compiledMails } from '../../src/services/notifications/mail/templates.generated.ts';

const identity = {
  brand: 'Staka Livres',
  siteUrl: 'https://www.example.org',
  tagline: { fr: 'Relecture et correction de manuscrits', en: '' },
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

const pages = new Map<string, Node[]>();
/** The nodes of a page, which several tests look at. */
function nodesIn(html: string): Node[] {
  const known = pages.get(html) ?? [...nodesOf(parse(html))];
  pages.set(html, known);
  return known;
}

const attributesOf = (html: string, name: string): string[] =>
  nodesIn(html)
    .flatMap((node) => ('attrs' in node ? node.attrs : []))
    .filter((a) => a.name === name)
    .map((a) => a.value);

/** What is shown to a reader. */
const proseOf = (html: string): string =>
  nodesIn(html)
    .filter((node) => node.nodeName === '#text' && 'parentNode' in node && node.parentNode?.nodeName !== 'style')
    .map((node) => ('value' in node ? node.value : ''))
    .join('\n');

/** What a sample gives, and what the things in its lists give. */
const entriesOf = (sample: object): [string, unknown][] =>
  Object.entries(sample).flatMap(([key, value]): [string, unknown][] => [
    [key, value],
    ...(Array.isArray(value) ? value.flatMap((one) => entriesOf(one as object)) : []),
  ]);

test('every mail with a template is in the registry, under its own name', () => {
  const sources = globSync('src/services/*/emails/*.mjml').map((path) => basename(path).replace(/\.\w\w\.mjml$/, ''));
  const templates = names.map((name) => mails[name].template);
  expect(new Set(sources)).toEqual(new Set(templates));
  expect(Object.keys(compiledMails).sort()).toEqual([...templates].sort());
  for (const name of names) expect(mails[name].name).toBe(name);
});

describe('what the build checks', () => {
  const { fr, en } = compiledMails['password-reset'];
  const plant = (changes: Partial<typeof fr>, locale: 'fr' | 'en' = 'fr') =>
    problemsOf({ fr, en, [locale]: { ...(locale === 'fr' ? fr : en), ...changes } });

  test.each([
    ['a language that is missing', problemsOf({ fr }), 'not written in en'],
    [
      'a variable of one language only',
      plant({ preheader: '{{code}}' }, 'en'),
      'fr and en do not read the same variables: code',
    ],
    [
      'a variable that the text part leaves out',
      plant({ text: fr.text.replace('{{expiresInMinutes}}', 'trente') }),
      'fr: the text part does not say expiresInMinutes',
    ],
    [
      'a link that the text part leaves out',
      plant({ text: fr.text.replace('\n{{resetUrl}}', ' {{resetUrl}}') }),
      'fr: the text part has no line with the link {{resetUrl}}',
    ],
    [
      'markup in the text part',
      plant({ text: `${en.text}<br />` }, 'en'),
      'en: markup is left where there is text only: <br />',
    ],
    [
      'an entity in the subject',
      plant({ subject: 'You &amp; me' }, 'en'),
      'en: markup is left where there is text only: &amp;',
    ],
    ['an empty subject', plant({ subject: '' }), 'fr: the subject or the preview line is empty'],
    ['French without accents', plant({ text: fr.text.replace(/[éèàêùç]/g, 'e') }), 'fr: the text part has no accent'],
    ['a straight apostrophe', plant({ subject: "L'adresse" }), "fr: write the apostrophe ’: “L'adresse"],
    [
      'a colon after a plain space',
      plant({ subject: 'Lien :' }),
      'fr: a colon follows a no-break space (&nbsp;): “Lien :',
    ],
    [
      'a question mark after a plain space',
      plant({ subject: 'Oublié ?' }),
      'fr: a semicolon, an exclamation or question mark follows a narrow no-break space (&#8239;): “Oublié ?',
    ],
    [
      'guillemets with plain spaces',
      plant({ subject: '« Oui »' }),
      'fr: guillemets hold no-break spaces (&nbsp;): “« Oui »',
    ],
    ['English quotation marks', plant({ subject: '“Oui”' }), 'fr: quote with « »: ““Oui”'],
    [
      'a unit after a plain space',
      plant({ subject: '30 minutes' }),
      'fr: a no-break space (&nbsp;) follows a number: “30 minutes',
    ],
  ])('%s is refused', (_, [problem, ...others], sentence) => {
    expect(problem?.slice(0, sentence.length)).toBe(sentence);
    expect(others).toEqual([]);
  });
});

describe.each(names)('the variables of %s', (name) => {
  const { schema, sample, template } = mails[name];

  test('are those of its sample', () => {
    expect(schema.safeParse(sample)).toMatchObject({ success: true });
    expect(Object.keys(sample).sort()).toEqual(Object.keys(schema.shape).sort());
  });

  test.each(locales)('are all read in %s, and no others', (locale) => {
    const read = Object.values(compiledMails[template][locale]).flatMap((source) => [...ownVariables(source)]);
    expect([...new Set(read)].sort()).toEqual([...new Set(entriesOf(sample).map(([key]) => key))].sort());
  });
});

describe.each(cases)('$name in $locale', ({ name, locale }) => {
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

  test('reads only variables that it is given', () => {
    const given = new Set([...entriesOf(mails[name].sample).map(([key]) => key), ...Object.keys(identity)]);
    const ofLayout = ['words', 'subject', 'preheader', 'unsubscribeUrl'];
    const { html, ...parts } = compiledMails[mails[name].template][locale];
    const read = (source: string) => [...variablesOf(source)].filter((variable) => !given.has(variable));
    expect(Object.values(parts).flatMap(read)).toEqual([]);
    expect(read(html).filter((variable) => !ofLayout.includes(variable))).toEqual([]);
  });

  test('links are absolute, and those of the button are also in the text', () => {
    const links = attributesOf(mail.html, 'href');
    for (const link of links) expect(link).toMatch(/^(https:\/\/www\.example\.org\b|mailto:bonjour@example\.org$)/);
    const entries = entriesOf(mails[name].sample);
    const valuesOf = (isIt: (key: string) => boolean) =>
      entries.filter(([key]) => isIt(key)).map(([, value]) => String(value));
    const own = [
      ...valuesOf((key) => key.endsWith('Url')),
      ...valuesOf((key) => key === 'actionPath').map((path) => identity.siteUrl + path),
    ];
    const listed = valuesOf((key) => key === 'path').map((path) => identity.siteUrl + path);
    expect(own.length + listed.length).toBeGreaterThan(0);
    for (const url of listed) {
      expect(links).toContain(url);
      expect(mail.text).toContain(`\n${url}\n`);
    }
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

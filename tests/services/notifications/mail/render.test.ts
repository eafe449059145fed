import { describe, expect, test } from '@jest/globals';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { mails, type MailData } from '../../../support/mails.ts';
import { defineMail, mailRenderer, MailTemplateError } from '../../../../src/services/notifications/index.ts';
import { templateCompiler } from '../../../../src/services/notifications/mail/handlebars.ts';

const identity = {
  brand: 'Staka Livres',
  siteUrl: 'https://www.example.org',
  tagline: { fr: 'Relecture et correction de manuscrits', en: '' },
  contactEmail: 'bonjour@example.org',
  timeZone: 'Europe/Paris',
};
const mailer = mailRenderer(mails, identity);

type Node = DefaultTreeAdapterMap['node'];

/** The elements of a page and their attributes, without its words. */
const skeletonOf = (node: Node): string => {
  const attributes =
    'attrs' in node
      ? node.attrs.filter(({ name }) => name !== 'aria-label').map(({ name, value }) => `${name}=${value}`)
      : [];
  const children =
    'childNodes' in node ? node.childNodes.filter(({ nodeName }) => nodeName !== '#text').map(skeletonOf) : [];
  return `${node.nodeName}[${attributes.join(';')}](${children.join(',')})`;
};

const message = (changes: Partial<MailData<'new-message'>> = {}): MailData<'new-message'> => ({
  ...mails['new-message'].sample,
  ...changes,
});
const order = mails['order-paid-customer'].sample;

describe('what a person typed', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</title></style><!-- ',
    '--><![endif]--><b>',
    '{{#each constructor}}{{this}}{{/each}}',
    '{{{__proto__}}} {{lookup this "constructor"}}',
  ];

  test.each(payloads)('stays text: %s', (payload) => {
    const plain = mailer.render(
      'new-message',
      'fr',
      message({ senderName: 'Inès', orderTitle: 'Titre', excerpt: 'Extrait' }),
    );
    const hostile = mailer.render(
      'new-message',
      'fr',
      message({ senderName: payload, orderTitle: payload, excerpt: payload }),
    );
    expect(skeletonOf(parse(hostile.html))).toBe(skeletonOf(parse(plain.html)));
    expect(hostile.text).toContain(payload);
    expect(hostile.subject).toBe(`${payload} vous a écrit`.trim());
  });

  test('cannot add a line to the subject', () => {
    const { subject } = mailer.render(
      'new-message',
      'en',
      message({ senderName: 'Inès\r\nBcc: everyone@example.com\u2028x' }),
    );
    expect(subject).toBe('Inès Bcc: everyone@example.com x wrote to you');
  });

  test('is quoted line by line in the text, and left out when there is none', () => {
    expect(mailer.render('new-message', 'fr', message({ excerpt: 'Un\r\nDeux' })).text).toContain('\n> Un\n> Deux\n');
    const without = mailer.render('new-message', 'fr', message({ excerpt: '' }));
    expect(without.text).not.toContain('>');
    expect(without.html).not.toContain('pre-line');
  });
});

test('the line under the name is the installation’s, and none where it has none', () => {
  const signatureOf = (locale: 'fr' | 'en') => mailer.render('new-message', locale, message()).text.split('-- \n')[1];
  expect(signatureOf('fr')).toMatch(/^Staka Livres · Relecture et correction de manuscrits\n/);
  expect(signatureOf('en')).toMatch(/^Staka Livres\n/);
});

describe('a mail is refused rather than sent wrong', () => {
  const { orderTitle, ...incomplete } = order;

  test('when a variable is missing', () => {
    expect(orderTitle).toBe('Le Fil des jours');
    expect(() => mailer.renderStored('order-paid-customer', 'fr', incomplete)).toThrow(
      /^Mail order-paid-customer: "orderTitle" is missing$/,
    );
    expect(() => mailer.renderStored('order-paid-customer', 'fr', { ...order, paidAt: null })).toThrow(
      MailTemplateError,
    );
  });

  test('when a variable only exists on its prototype', () => {
    expect(() => mailer.renderStored('order-paid-customer', 'fr', Object.create(order) as object)).toThrow(
      /is missing/,
    );
  });

  test('when its template reads a variable that nobody gives', () => {
    const parts = { subject: 'S {{nobody}}', preheader: 'P', text: 'T', html: 'H' };
    const broken = defineMail({ name: 'welcome', variables: {}, sample: {} });
    const renderer = mailRenderer({ welcome: broken }, identity, { welcome: { fr: parts, en: parts } });
    expect(() => renderer.renderStored('welcome', 'fr', {})).toThrow(/Mail welcome: .*nobody/s);
  });

  test.each(['javascript:alert(1)', '/orders/1', 'ftp://example.org/', ''])('when its link is %p', (orderUrl) => {
    expect(() => mailer.render('order-paid-customer', 'fr', { ...order, orderUrl })).toThrow(
      /"orderUrl" is not a web address/,
    );
  });

  test.each(['nothing', 'constructor', '__proto__'])('when there is no mail named %s', (name) => {
    expect(() => mailer.renderStored(name, 'fr', {})).toThrow(MailTemplateError);
  });

  test('when a date or an amount is not one', () => {
    expect(() => mailer.renderStored('order-paid-customer', 'fr', { ...order, paidAt: 'hier' })).toThrow(
      MailTemplateError,
    );
    expect(() => mailer.renderStored('order-paid-customer', 'fr', { ...order, amount: 350 })).toThrow(
      /"amount" is not an amount of money/,
    );
  });

  test('when something in a list is not what it should be', () => {
    const { links, ...choice } = mails['activation-choice'].sample;
    const broken = [links[0], { ...links[0], activationUrl: '/activate' }];
    expect(() => mailer.renderStored('activation-choice', 'fr', { ...choice, links: broken })).toThrow(
      /"links.1.activationUrl" is not a web address/,
    );
  });
});

describe('a delivery queued by an earlier version', () => {
  test.each(['audit-alert', 'journal-checkpoint'] as const)('of %s still has its link', (name) => {
    const { auditLogUrl, ...rest } = mails[name].sample;
    const earlier = mailer.renderStored(name, 'fr', { ...rest, journalUrl: auditLogUrl });
    expect(earlier).toEqual(mailer.renderStored(name, 'fr', mails[name].sample));
  });
});

describe('the lines of a text part', () => {
  const widthsOf = (text: string) => text.split('\n').map((line) => line.length);

  test('are short, and keep every word', () => {
    const { text } = mailer.render('account-suspended', 'fr', mails['account-suspended'].sample);
    expect(Math.max(...widthsOf(text))).toBeLessThanOrEqual(76);
    expect(text.replaceAll('\n', ' ')).toContain(
      'vous ne pouvez plus vous connecter, et vos sessions ont été fermées. Rien n’est supprimé',
    );
  });

  test('break neither a value nor a link, however long', () => {
    const long = 'un titre qui ne finit pas '.repeat(8).trim();
    const conversationUrl = `https://www.example.org/${'conversation/'.repeat(12)}`;
    const { text } = mailer.render('new-message', 'fr', message({ orderTitle: long, conversationUrl }));
    expect(text).toContain(long);
    expect(text.split('\n')).toContain(conversationUrl);
  });

  test('do not begin with what looks like an item or a quotation', () => {
    const write = templateCompiler('fr', 'Europe/Paris').text(`{{#wrap}}${'mot '.repeat(18)}mots > - suite{{/wrap}}`);
    expect(write({})).toBe(`${'mot '.repeat(18)}mots > -\nsuite`);
  });

  test('hang under the dash of their item', () => {
    const write = templateCompiler('fr', 'Europe/Paris').text(`{{#wrap}}- ${'article '.repeat(10)}fin{{/wrap}}`);
    expect(write({})).toBe(`- ${'article '.repeat(8)}article\n  article fin`);
  });
});

describe('the helpers', () => {
  const write = (locale: 'fr' | 'en', source: string, data: object) =>
    templateCompiler(locale, 'Europe/Paris').text(source)(data);

  test('write dates in the mails’ time zone', () => {
    expect(write('fr', '{{formatDate d}}', { d: '2026-08-31T22:30:00.000Z' })).toBe('1er\u00a0septembre\u00a02026');
    expect(write('en', '{{formatDate d}}', { d: '2026-11-20' })).toBe('20\u00a0November\u00a02026');
    expect(write('fr', '{{formatMonth d}}', { d: '2026-08-01' })).toBe('août\u00a02026');
    expect(write('fr', '{{shortId d}}', { d: '01999999-9999-7999-8999-99997f3a09c2' })).toBe('7F3A09C2');
  });

  test('write prices from minor units', () => {
    expect(write('fr', '{{formatPrice p}}', { p: { amount: 145_000, currency: 'EUR' } })).toBe('1\u202f450,00\u00a0€');
    expect(write('en', '{{formatPrice p}}', { p: { amount: 1_450, currency: 'XOF' } })).toContain('1,450');
  });

  test('capitalise the first letter only', () => {
    expect(write('fr', '{{capitalize n}}', { n: 'élise de La Tour' })).toBe('Élise de La Tour');
    expect(write('fr', '{{capitalize n}}', { n: '' })).toBe('');
  });

  test('refuse what is missing, and helpers that do not exist', () => {
    for (const source of [
      '{{n}}',
      '{{capitalize n}}',
      '{{formatDate n}}',
      '{{formatPrice n}}',
      '{{quote n}}',
      '{{shout n}}',
    ]) {
      expect(() => write('fr', source, {})).toThrow();
    }
  });

  test('never reach a prototype', () => {
    for (const source of ['{{constructor}}', '{{p.constructor}}', '{{p.__proto__.polluted}}', '{{toString}}']) {
      let written = '';
      try {
        written = write('fr', source, { p: {} });
      } catch (error) {
        expect(String(error)).toContain('not defined');
      }
      expect(written).toBe('');
    }
  });
});

/** The mails that were asked for exist, and what each is given is shown to whoever reads it. */
import { describe, expect, test } from '@jest/globals';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { locales } from '../../src/services/kernel/locale.ts';
import { mailRenderer } from '../../src/services/notifications/index.ts';
import { compiledMails } from '../../src/services/notifications/mail/templates.generated.ts';
import { mails, type MailName } from '../support/mails.ts';

const kinds = ['info', 'success', 'warning', 'error', 'payment', 'order', 'message', 'system', 'consultation'];

/** As section 8 of the specification lists them. */
const asked: readonly string[] = [
  ...['admin', 'user'].flatMap((side) => kinds.map((kind) => `notification-${side}-${kind}`)),
  ...['visitor-contact-received', 'visitor-sample-received', 'visitor-reply', 'visitor-sample-ready'],
  ...['activation', 'activation-reminder', 'guest-activation'],
  ...['guest-order-started', 'guest-order-reminder', 'guest-order-attach', 'guest-order-expired'],
  ...['order-received', 'order-under-review', 'order-pages-differ', 'order-expiring', 'order-started'],
  ...['order-due-soon', 'order-late', 'order-late-customer', 'order-extension-asked', 'order-extended'],
  ...['order-suspended', 'order-resumed', 'order-cancelled', 'order-declined'],
  ...['manuscript-missing', 'manuscript-unreadable', 'redline-ready'],
  ...['delivery-changes-requested', 'delivery-accepted', 'delivery-expiring'],
  ...['ticket-opened', 'ticket-answered', 'ticket-waiting', 'ticket-resolved', 'ticket-escalated', 'ticket-merged'],
  ...['conversation-digest', 'daily-digest', 'quiet-hours-digest'],
  ...['page-published', 'page-not-published', 'monthly-report', 'threshold-alert'],
];

/** Those that belong to what does not exist yet. */
const later: ReadonlySet<string> = new Set([
  // analysis of manuscripts and redlines
  ...['manuscript-unreadable', 'redline-ready'],
]);

const names = Object.keys(mails) as MailName[];
const mailer = mailRenderer(mails, {
  brand: 'Staka Livres',
  siteUrl: 'https://www.example.org',
  tagline: { fr: '', en: '' },
  contactEmail: 'bonjour@example.org',
  timeZone: 'Europe/Paris',
});

test('every mail that was asked for is written in both languages, and there are eighty or more', () => {
  expect(asked.filter((name) => !later.has(name) && !names.includes(name as MailName))).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(80);
  for (const name of names)
    expect(Object.keys(compiledMails[mails[name].template]).toSorted()).toEqual(locales.toSorted());
});

test('each is made for 600 px, for light and dark, and has a line that inboxes show', () => {
  for (const name of names)
    for (const locale of locales) {
      const { html, preheader } = compiledMails[mails[name].template][locale];
      expect(html).toContain('max-width:600px');
      expect(html).toContain('<meta name="color-scheme" content="light dark">');
      expect(html).toContain('@media (prefers-color-scheme: dark)');
      expect(preheader.trim().length).toBeGreaterThan(5);
      const { subject } = mailer.renderStored(name, locale, mails[name].sample);
      expect({ name, locale, subject, isShort: [...subject].length <= 78 }).toMatchObject({ isShort: true });
    }
});

type Node = DefaultTreeAdapterMap['node'];

/** What a reader sees, in their inbox or in the mail, and where its links lead. */
function shownIn(node: Node): string {
  if (node.nodeName === 'style') return '';
  const links = 'attrs' in node ? node.attrs.filter(({ name }) => name === 'href').map(({ value }) => value) : [];
  const text = 'value' in node && node.nodeName === '#text' ? [node.value] : [];
  const inside = 'childNodes' in node ? node.childNodes.map(shownIn) : [];
  return [...links, ...text, ...inside].join(' ');
}

type Data = Record<string, unknown>;

/** Another value of the same kind. */
function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.map(another);
  if (typeof value === 'object' && value !== null)
    return 'currency' in value
      ? { ...value, amount: (value as unknown as { amount: number }).amount + 100 }
      : Object.fromEntries(Object.entries(value).map(([key, of]) => [key, another(of)]));
  return anotherText(String(value));
}

function anotherText(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return new Date(Date.parse(text) + 3 * 86_400_000).toISOString();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`;
  if (/^(https:\/\/|\/)/.test(text)) return `${text}-2`;
  if (/^[\w+-]+\/[\w+-]+$/.test(text)) return 'Asia/Tokyo';
  return `${text}2`;
}

/** With each flag as it is, and with one turned: what is said in one case only is not hidden in the other. */
const variantsOf = (sample: Data): Data[] => [
  sample,
  ...Object.entries(sample).flatMap(([key, value]) =>
    typeof value === 'boolean' || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)
      ? [{ ...sample, [key]: typeof value === 'boolean' ? !value : another(value) }]
      : [],
  ),
];

describe.each(names)('what %s is given', (name) => {
  const page = (data: Data, locale: 'fr' | 'en'): string => {
    const { subject, html } = mailer.renderStored(name, locale, data);
    return `${subject} ${shownIn(parse(html))}`;
  };

  test.each(locales)('is shown in %s', (locale) => {
    const variants = variantsOf(mails[name].sample as unknown as Data);
    const pages = variants.map((data) => page(data, locale));
    const unseen = Object.keys(mails[name].sample).filter((key) =>
      variants.every((data, i) => page({ ...data, [key]: another(data[key]) }, locale) === pages[i]),
    );
    expect(unseen).toEqual([]);
  });
});

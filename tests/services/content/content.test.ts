import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FaqEntry } from '../../../src/entities/content/faq-entry.entity.ts';
import { Page } from '../../../src/entities/content/page.entity.ts';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { listPriceItems, seedPriceList } from '../../../src/services/catalog/index.ts';
import { changeSeller } from '../../../src/services/billing/index.ts';
import { currentTermsOfSale } from '../../../src/services/content/queries/current-terms-of-sale.ts';
import { listFaqEntries, listPages, seedContent } from '../../../src/services/content/index.ts';
import { french } from '../../../src/services/content/french.ts';
import { textOf } from '../../../src/services/content/html/text-of.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { nobody } from '../../support/make/actor.ts';

const clock = testClock();
let env: AppEnvironment;
const everything = { has: () => true };
const asked = () => env.contextFor(nobody);

beforeAll(async () => {
  env = await openTestEnvironment({
    isServed: false,
    clock,
    environment: {
      SELLER_NAME: 'Plume & Cie',
      SELLER_SIRET: '12345678200002',
      SELLER_ADDRESS: '3 rue des Lilas|69001 Lyon|France',
      FROM_EMAIL: 'bonjour@plume.example',
      SELLER_VAT_REGIME: 'FRANCHISE',
      HOSTING_PROVIDER: 'Hôte Exemple, Roubaix',
      CONSUMER_MEDIATOR: 'Médiation Exemple, Paris',
    },
  });
  await Promise.all([
    seedPriceList(env.contextFor()),
    seedContent(env.contextFor()),
    seedPriceList(env.contextFor()),
    seedContent(env.contextFor()),
  ]);
});
afterAll(() => env.close());

describe('what an empty installation is given', () => {
  test('three prices, as the seeds name them', async () => {
    expect((await listPriceItems(env.contextFor())).map(({ name, price, unit }) => [name, price, unit])).toEqual([
      ['Pack KDP', { amount: 35_000, currency: 'EUR' }, 'PACK'],
      ['Correction Standard', { amount: 200, currency: 'EUR' }, 'PAGE'],
      ['Pack Rédaction', { amount: 145_000, currency: 'EUR' }, 'PACK'],
    ]);
  });

  test('eight questions in their families, four legal pages', async () => {
    const questions = await listFaqEntries(env.contextFor());
    expect(questions).toHaveLength(8);
    expect(new Set(questions.map(({ category }) => category)).size).toBeGreaterThan(3);
    expect((await listPages(asked(), { type: 'LEGAL' }, everything)).map(({ slug }) => slug)).toEqual([
      'mentions-legales',
      'cgv',
      'rgpd',
      'confidentialite',
    ]);
  });

  test('the pages name the seller of the configuration, and leave nothing to fill in', async () => {
    const pages = new Map(
      (await listPages(asked(), { type: 'LEGAL' }, everything)).map(({ slug, content }) => [
        slug,
        textOf(content ?? ''),
      ]),
    );
    for (const text of pages.values()) {
      expect(text).toContain('Plume & Cie');
      expect(text).toContain('bonjour@plume.example');
      expect(text).not.toMatch(/undefined|null|\$\{|lorem|à compléter|\[object/i);
    }
    expect(pages.get('mentions-legales')).toContain('123\u202f456\u202f782 00002');
    expect(pages.get('mentions-legales')).toContain('Hôte Exemple, Roubaix');
    expect(pages.get('mentions-legales')).toContain('art. 293 B');
    expect(pages.get('cgv')).toContain('Médiation Exemple, Paris');
  });

  test('the legal notice says what the seller of the day says, escaped, and so does a draft that is looked at', async () => {
    const read = async () =>
      ((await env.ask(nobody, '{ page(slug: "mentions-legales") { content } }')).data as { page: { content: string } })
        .page.content;
    const change = { name: 'Plume <b>$&</b>', legalForm: 'SAS', capitalCents: 1_000_000, phone: '04 78 00 00 00' };
    await env.run(changeSeller, { ...change, validFrom: '2099-01-01' });
    expect(await read()).toContain('Plume &amp; Cie (EI), 3 rue des Lilas');
    await env.run(changeSeller, { ...change, register: '732 829 320 RCS Lyon' });
    const changed = await read();
    for (const text of [
      'Plume &lt;b&gt;$&amp;&lt;/b&gt; (SAS au capital de 10\u202f000\u00a0€)',
      'RCS Lyon',
      '04 78 00 00 00',
    ])
      expect(changed).toContain(text);
    expect(changed).not.toMatch(/\{\{|<p><p>/);
    expect(changed).toContain('art. 293 B du CGI');
    await env.run(changeSeller, {
      name: 'Plume & Cie',
      legalForm: 'EI',
      capitalCents: null,
      phone: null,
      register: null,
    });
  });

  test('every text is set as French is set', async () => {
    const texts = [
      ...(await listFaqEntries(env.contextFor())).flatMap(({ question, answer, details }) => [
        question,
        answer,
        details ?? '',
      ]),
      ...(await listPages(asked(), {}, everything)).flatMap(({ title, excerpt, content }) => [
        title,
        excerpt ?? '',
        textOf(content ?? ''),
      ]),
      ...(await listPriceItems(env.contextFor())).flatMap(({ name, description }) => [name, description]),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/'| [;:!?»€%]|« |\d [0-9]{3}(?!\d)|"/);
      expect(text).not.toMatch(/\p{L}[;!?]/u);
    }
  });

  test('every page has a version, which is shown, and every family of questions a row', async () => {
    const { db } = env.contextFor();
    const pages = await db.selectFrom('page').select(['content', 'live_version_id', 'draft_version_id']).execute();
    expect(pages).toHaveLength(4);
    for (const { content, live_version_id, draft_version_id } of pages) {
      expect(content).toBe('');
      expect([live_version_id, draft_version_id]).toEqual([expect.any(String), live_version_id]);
    }
    const { data } = await env.ask(nobody, '{ faqCategories { name } faqEntries { category } }');
    const { faqCategories, faqEntries } = data as Record<string, { name: string; category: string }[]>;
    expect(new Set(faqEntries?.map(({ category }) => category))).toEqual(
      new Set(faqCategories?.map(({ name }) => name)),
    );
  });

  test('a page of an earlier release is sanitised, and its terms keep their number', async () => {
    await env.run(async ({ em, now }, _input: null) => {
      em.create(Page, {
        slug: 'ancienne',
        title: 'Ancienne',
        content: '## Titre\n\n<script>x</script><p onclick="x">a</p>',
        status: 'PUBLISHED',
        publishedAt: now,
      });
    }, null);
    const read = async () =>
      (await env.ask(nobody, '{ page(slug: "ancienne") { content } }')).data as { page: { content: string } };
    await seedContent(env.contextFor());
    expect((await read()).page.content).toBe('<h2>Titre</h2>\n<p>a</p>');
    await env.run(async ({ em }, _input: null) => void (await em.nativeDelete(Page, { slug: 'ancienne' })), null);
    const terms = await env.run(currentTermsOfSale, null as never);
    expect(terms).toMatchObject({ slug: 'cgv', version: 1, content: expect.stringContaining('<h2>') });
  });

  test('written once: what people changed or removed stays so', async () => {
    await env.run(async ({ em }, _input: null) => {
      (await em.findOneOrFail(PriceItem, { name: 'Pack KDP' })).priceCents = 40_000;
      await em.nativeDelete(FaqEntry, { category: 'Suivi' });
      await em.nativeDelete(Page, { slug: 'rgpd' });
    }, null);
    await Promise.all([seedPriceList(env.contextFor()), seedContent(env.contextFor())]);
    expect((await listPriceItems(env.contextFor()))[0]?.price.amount).toBe(40_000);
    expect(await listFaqEntries(env.contextFor())).toHaveLength(7);
    expect(await listPages(asked(), {}, everything)).toHaveLength(3);
  });
});

describe('what everyone may read', () => {
  test('visible questions by family, published pages by type and name', async () => {
    await env.run(async ({ em, now }, _input: null) => {
      em.create(FaqEntry, { category: 'Tarifs', question: 'Cachée', answer: '.', isVisible: false });
      em.create(Page, { slug: 'brouillon', title: 'Brouillon', content: '.', type: 'PAGE' });
      em.create(Page, {
        slug: 'atelier',
        title: 'L’atelier',
        content: '# L’atelier',
        type: 'PAGE',
        status: 'PUBLISHED',
        publishedAt: now,
      });
    }, null);
    const { data, codes } = await env.ask(
      nobody,
      `{
      faqEntries(category: "Tarifs") { category question } none: faqEntries(category: "Rien") { id }
      pages(type: PAGE) { slug publishedAt } page(slug: "atelier") { title content type }
    }`,
    );
    expect(codes).toEqual([]);
    expect(data).toEqual({
      faqEntries: [
        { category: 'Tarifs', question: expect.stringMatching(/prix/) },
        { category: 'Tarifs', question: expect.stringMatching(/payer/) },
      ],
      none: [],
      pages: [{ slug: 'atelier', publishedAt: clock.now().toISOString() }],
      page: { title: 'L’atelier', content: '# L’atelier', type: 'PAGE' },
    });
    for (const slug of ['brouillon', 'nulle-part', ''])
      expect((await env.ask(nobody, 'query($slug: String!) { page(slug: $slug) { id } }', { slug })).codes).toEqual([
        'NOT_FOUND',
      ]);
  });

  test('long texts are read only when asked for', async () => {
    expect((await listPages(asked(), {}, { has: () => false }))[0]).not.toHaveProperty('content');
  });
});

test.each([
  ['Quoi ? Oui ; non !', 'Quoi\u202f? Oui\u202f; non\u202f!'],
  ["« L'été : 1 500 € »", '«\u00a0L’été\u00a0: 1\u202f500\u00a0€\u00a0»'],
  [
    "l'article L. 122-5 et 20 % de 1 450 000 €",
    'l’article\u00a0L.\u00a0122-5 et 20\u00a0% de 1\u202f450\u202f000\u00a0€',
  ],
  ['https://exemple.fr/a?b=1 en 2026 : 12 pages', 'https://exemple.fr/a?b=1 en 2026\u00a0: 12 pages'],
])('french(%j)', (typed, set) => {
  expect(french(typed)).toBe(set);
});

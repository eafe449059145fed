// @lane sqlite at first: texts of modules and settings, in two languages and as a PDF.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CalendarConnection } from '../../../src/entities/calendars/calendar-connection.entity.ts';
import { personalColumns } from '../../../src/entities/tables.ts';
import { pdfkitPdf } from '../../../src/services/adapters/pdf/pdfkit.ts';
import { retentionClassNames } from '../../../src/services/kernel/retention.ts';
import { keepingGrounds, recordClasses } from '../../../src/services/kernel/erasure.ts';
import { activityNames, processorNames } from '../../../src/services/kernel/processing.ts';
import { locales } from '../../../src/services/kernel/locale.ts';
import { personalData, retention as classes } from '../../../src/modules.ts';
import { openRecordPdf, processingRecord, updateRetentionPolicy } from '../../../src/services/privacy/index.ts';
import { printRecord } from '../../../src/services/privacy/record/print-record.ts';
import { periodText } from '../../../src/services/privacy/record/record-texts.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { person } from '../../support/make/actor.ts';
import { makeArtisan } from '../../support/make/scheduling.ts';
import { MINUTE } from '../../support/clock.ts';
import { inspect, isInstalled, textOf } from '../billing/pdf-tools.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount } from '../identity/people.ts';

const everyProvider = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_1',
  SENDGRID_API_KEY: 'SG.1',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_PHONE_NUMBER: '+33612345678',
  GOOGLE_CLIENT_ID: 'google',
  GOOGLE_CLIENT_SECRET: 'secret',
  HOSTING_PROVIDER: 'Hébergeur SAS, 2 rue des Serveurs, 59100 Roubaix',
  DATA_PROTECTION_OFFICER: 'Agathe Morel, dpo@example.org',
};

let bare: PeopleEnvironment;
let equipped: PeopleEnvironment;
beforeAll(async () => {
  bare = await openPeopleEnvironment();
  equipped = await openPeopleEnvironment({ environment: everyProvider });
});
afterAll(async () => {
  await bare.close();
  await equipped.close();
});

const admin = person('ADMIN');
const read = (ctx: PeopleEnvironment, locale: 'fr' | 'en' | null = null, actor: Actor = admin) =>
  ctx.perform(processingRecord, { locale }, actor);
const grantOf = (url: string): string => new URL(url).searchParams.get('grant') ?? '';
const pdfOf = async (env: PeopleEnvironment, locale: 'fr' | 'en'): Promise<Buffer> =>
  env.perform(
    openRecordPdf,
    { grant: grantOf((await read(env, locale)).pdfUrl) },
    anonymous({ locale: 'fr', address: null, agent: null }),
  );

describe('the record is complete', () => {
  const listed = personalData.flatMap(({ texts }) => Object.values(texts.activities ?? {}));
  const personal = Object.entries(personalColumns)
    .filter(([, columns]) => Object.values(columns).some((kind) => kind !== 'none'))
    .map(([table]) => table);

  test('every table with a personal column stands in exactly one activity, and is said in both languages', () => {
    expect(listed.flatMap(({ tables }) => [...tables]).toSorted()).toEqual(personal.toSorted());
    const described = personalData.flatMap(({ texts }) => Object.entries(texts.tables));
    expect(described.map(([table]) => table).toSorted()).toEqual(personal.toSorted());
    for (const [, text] of described) for (const locale of locales) expect(text[locale]).toMatch(/\S/);
  });

  test('every class of retention stands in exactly one', () => {
    expect(listed.flatMap(({ retention }) => [...retention]).toSorted()).toEqual([...retentionClassNames].toSorted());
    for (const { description } of classes) for (const locale of locales) expect(description[locale]).toMatch(/\S/);
  });

  test('every activity, class of records, ground and processor is described by exactly one domain', () => {
    const named = (part: 'activities' | 'records' | 'grounds'): string[] =>
      personalData.flatMap(({ texts }) => Object.keys(texts[part] ?? {})).toSorted();
    expect(named('activities')).toEqual([...activityNames].toSorted());
    expect(named('records')).toEqual([...recordClasses].toSorted());
    expect(named('grounds')).toEqual([...keepingGrounds].toSorted());
    expect(
      personalData
        .flatMap(({ texts }) => texts.processors ?? [])
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...processorNames].toSorted());
  });
});

describe('the record says how the server is set up', () => {
  test('without a provider nobody is named, and nothing leaves', async () => {
    const { activities: done, controller } = await read(bare);
    expect(done.flatMap(({ processors }) => processors)).toEqual([]);
    expect(JSON.stringify(done)).not.toMatch(/Google|fournisseurs de connexion/);
    expect(controller).toMatchObject({ name: 'Staka Livres', dataProtectionOfficer: null });
  });

  test('with them each is named where it takes part, with the ground of its transfer; the host everywhere', async () => {
    const { activities: done, controller } = await read(equipped);
    const named = Object.fromEntries(
      done.map(({ name, processors }) => [name, processors.map(({ name: who }) => who)]),
    );
    expect(named).toMatchObject({
      BILLING: ['STRIPE', 'SENDGRID', 'HOST'],
      SECURITY: ['SENDGRID', 'TWILIO', 'HOST'],
      ORDERS: ['HOST'],
    });
    expect(done.find(({ name }) => name === 'BILLING')?.processors[0]?.transfer).toContain('2023/1795');
    expect(done.find(({ name }) => name === 'ACCOUNTS')?.recipientTexts).toContain(
      'fournisseurs de connexion (Google)',
    );
    expect(controller.dataProtectionOfficer).toBe('Agathe Morel, dpo@example.org');
    // Whose calendars nobody connected has a client here, and no data.
    expect(named['CALENDARS']).toEqual(['HOST']);
    await equipped.run(async ({ em, now }) => {
      const artisan = makeArtisan(em);
      em.create(CalendarConnection, { artisan, provider: 'GOOGLE', account: 'ana@exemple.fr', nextSyncAt: now });
    }, null);
    const { activities: later } = await read(equipped);
    expect(later.find(({ name }) => name === 'CALENDARS')?.processors.map(({ name }) => name)).toEqual([
      'GOOGLE',
      'HOST',
    ]);
  });

  test('periods are those in force', async () => {
    const days = async () =>
      (await read(bare)).activities
        .flatMap(({ retention }) => retention)
        .find(({ recordClass }) => recordClass === 'MANUSCRIPTS')?.days;
    expect(await days()).toBe(365);
    const boss = await makeAccount(bare, 'boss@example.org', 'ADMIN');
    await bare.perform(updateRetentionPolicy, { recordClass: 'MANUSCRIPTS', days: 90 }, person('ADMIN', boss));
    expect(await days()).toBe(90);
  });

  test('it is read in either language', async () => {
    expect((await read(bare, 'en')).activities[0]).toMatchObject({
      title: 'Accounts',
      basisText: expect.stringContaining('GDPR'),
    });
    expect((await read(bare, 'fr')).activities[0]).toMatchObject({
      title: 'Comptes',
      basisText: expect.stringContaining('RGPD'),
    });
  });
});

test('days are said in years where they are whole', () => {
  expect([1, 30, 90, 365, 730, 1_827, 3_653].map((days) => periodText(days, 'fr').replace('\u00a0', ' '))).toEqual([
    '1 jour',
    '30 jours',
    '90 jours',
    '1 an',
    '2 ans',
    '5 ans',
    '10 ans',
  ]);
  expect(periodText(400, 'en')).toBe('400\u00a0days');
});

describe('as a PDF', () => {
  test.each(['fr', 'en'] as const)('it says all of it, in %s', async (locale) => {
    if (!isInstalled('pdftotext') || !isInstalled('qpdf')) return;
    const pdf = await pdfOf(equipped, locale);
    expect(inspect('qpdf', pdf, (file) => ['--check', file])).toContain('No syntax or stream encoding errors found');
    const text = textOf(pdf).replace(/\s+/g, ' ');
    const { activities: done, securityMeasures } = await read(equipped, locale);
    const words = (said: string): string => said.replace(/[\s\u00a0\u202f]+/g, ' ');
    for (const { title, purpose, processors } of done)
      for (const said of [
        title,
        ...purpose.split(' ').slice(0, 3),
        ...processors.map(({ company }) => company.split(' ')[0] ?? ''),
      ])
        expect(text).toContain(words(said));
    for (const measure of securityMeasures) expect(text).toContain(words(measure).split(' ').slice(0, 4).join(' '));
    expect(text).toContain(locale === 'fr' ? 'Agathe Morel' : 'Data protection officer');
  });

  test('a long one goes on over pages and loses no line', async () => {
    if (!isInstalled('pdftotext')) return;
    const record = await read(equipped);
    const marks = Array.from({ length: 400 }, (_, n) => `donnée-${n}`);
    const long = {
      ...record,
      activities: record.activities.map((activity, i) => (i === 1 ? { ...activity, data: marks } : activity)),
    };
    const text = textOf(await printRecord({ pdf: pdfkitPdf(), locale: 'fr', timeZone: 'Europe/Paris' }, long));
    expect(marks.filter((mark) => !new RegExp(`${mark}\\b`).test(text))).toEqual([]);
    expect(text).toContain('Registre des activités de traitement (suite)');
  });

  test('its link is good for a minute, for this alone, and for nobody who changes it', async () => {
    const { pdfUrl } = await read(bare);
    const open = (grant: string) => bare.perform(openRecordPdf, { grant }, person('CUSTOMER'));
    expect((await open(grantOf(pdfUrl))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await refusal(open(`${grantOf(pdfUrl)}x`))).toEqual({ code: 'TOKEN_INVALID' });
    expect(await refusal(open(''))).toEqual({ code: 'TOKEN_INVALID' });
    bare.clock.advance(2 * MINUTE);
    expect(await refusal(open(grantOf(pdfUrl)))).toEqual({ code: 'TOKEN_INVALID' });
  });
});

test('only admins and auditors read it', async () => {
  for (const role of ['CUSTOMER', 'PROOFREADER', 'ARTISAN'] as const)
    expect(await refusal(read(bare, 'fr', person(role)))).toEqual({ code: 'FORBIDDEN' });
});

// @lane sqlite: the same requests as the demo sends; what the database does to invoices is tested with each use case
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { crossIndustryInvoice } from '../../src/services/billing/factur-x/cross-industry-invoice.ts';
import { seedPlans } from '../../src/services/billing/plans/seed-plans.ts';
import { documentFromStore } from '../../src/services/billing/stored-document.ts';
import { seedContent } from '../../src/services/content/index.ts';
import { wallClock } from '../../src/services/kernel/clock.ts';
import { jsonFrom } from '../../src/services/platform/orm/values.ts';
import { hasRules, validatorFaults } from '../services/billing/factur-x/validators.ts';
import { attachedTo, inspect, isInstalled } from '../services/billing/pdf-tools.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { InvoicingStory } from './invoicing/invoicing.story.ts';

let env: TestEnvironment;
let story: InvoicingStory;

beforeAll(async () => {
  env = await openTestEnvironment();
  await seedContent(env.contextFor());
  await seedPlans(env.contextFor());
  const person = (role: 'ADMIN' | 'PROOFREADER' | 'CUSTOMER') => env.people.get(role) ?? { email: '', password: '' };
  const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock: wallClock });
  story = new InvoicingStory({
    url: env.url,
    people: { admin: person('ADMIN'), proofreader: person('PROOFREADER'), stranger: person('CUSTOMER') },
    mails: () => mailbox.list(),
  });
});

afterAll(async () => {
  await story.close();
  await env.close();
});

test('a publisher accepts a quote, pays a deposit, then the rest, gets a part back, pays by phone in francs CFA, chooses a plan and changes it', async () => {
  for (const { name, play } of story.steps)
    await play().catch((cause: unknown) => {
      throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    });
  expect([...story.papers.keys()]).toEqual([
    ...[
      'acompte-du-devis.pdf',
      'acompte.pdf',
      'solde.pdf',
      'avoir.pdf',
      'francs-cfa.pdf',
      'forfait.pdf',
      'changement-de-forfait.pdf',
    ],
  ]);
});

test('each PDF carries the XML of its stored document, which the official validators accept', async () => {
  expect(story.papers.size).toBeGreaterThan(0);
  for (const [name, { number, pdf, xml }] of story.papers) {
    const { document } = await env.db
      .selectFrom('invoice')
      .select('document')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(xml).toBe(crossIndustryInvoice(documentFromStore(jsonFrom(document))));
    if (hasRules) expect([name, validatorFaults(xml)]).toEqual([name, []]);
    if (isInstalled('pdfdetach')) expect(attachedTo(pdf).toString()).toBe(xml);
    if (isInstalled('qpdf')) expect(inspect('qpdf', pdf, (file) => ['--check', file])).toContain('No syntax or stream');
  }
});

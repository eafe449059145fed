// @lane sqlite: the same requests as the demo sends; what the database does to orders and quotes is tested with each use case
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { seedPriceList } from '../../src/services/catalog/index.ts';
import { seedContent } from '../../src/services/content/index.ts';
import { wallClock } from '../../src/services/kernel/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { PricingStory } from './pricing/pricing.story.ts';

let env: TestEnvironment;
let story: PricingStory;

beforeAll(async () => {
  env = await openTestEnvironment();
  await seedContent(env.contextFor());
  await seedPriceList(env.contextFor());
  const person = (role: 'ADMIN' | 'PROOFREADER' | 'CUSTOMER') => env.people.get(role) ?? { email: '', password: '' };
  const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock: wallClock });
  story = new PricingStory({
    url: env.url,
    people: { admin: person('ADMIN'), proofreader: person('PROOFREADER'), stranger: person('CUSTOMER') },
    mails: () => mailbox.list(),
  });
  await story.begin.play();
});
afterAll(async () => {
  await story.close();
  await env.close();
});

test('pages differ and the author accepts', async () => {
  expect(await story.pagesDiffer.play()).toContain('240 € paid');
});

test('an author asks for a review and refuses the quote', async () => {
  expect(await story.refusesTheQuote.play()).toContain('DEVIS-');
});

test('an author accepts a quote and pays', async () => {
  expect(await story.acceptsTheQuote.play()).toContain('120 € of 300 € paid');
});

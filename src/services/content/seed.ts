import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { FaqEntry } from '../../entities/content/faq-entry.entity.ts';
import { Page } from '../../entities/content/page.entity.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { french } from './french.ts';
import { upgradeContent } from './upgrade-content.ts';
import { dataProtection } from './texts/data-protection.ts';
import { faqTexts } from './texts/faq.ts';
import { legalNotice } from './texts/legal-notice.ts';
import { privacyPolicy } from './texts/privacy-policy.ts';
import { sellerOf } from './texts/seller.ts';
import { termsOfSale } from './texts/terms-of-sale.ts';

const legalTexts = [legalNotice, termsOfSale, dataProtection, privacyPolicy];

/**
 * Inserts the questions and the legal pages into an empty database; what people wrote or changed is left alone. Every page gets its first
 * version.
 */
export const seedContent: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  if ((await db.selectFrom('faq_entry').select('id').limit(1).executeTakeFirst()) === undefined)
    await once(run(writeFaq, undefined));
  if ((await db.selectFrom('page').select('id').limit(1).executeTakeFirst()) === undefined)
    await once(run(writePages, undefined));
  await once(upgradeContent({ run, db }, undefined));
};

const writeFaq: UseCase<'em', void, void> = async ({ em }) => {
  faqTexts.forEach(({ category, question, answer, details }, position) =>
    em.create(FaqEntry, {
      category,
      position,
      question: french(question),
      answer: french(answer),
      details: details === undefined ? null : french(details),
    }),
  );
};

const writePages: UseCase<'em' | 'now' | 'config', void, void> = async ({ em, now, config }) => {
  const seller = sellerOf(config);
  legalTexts.forEach(({ slug, title, excerpt, content }, position) =>
    em.create(Page, {
      slug,
      position,
      title: french(title),
      excerpt: french(excerpt),
      content: french(content(seller)),
      type: 'LEGAL',
      status: 'PUBLISHED',
      publishedAt: now,
    }),
  );
};

/** Two processes starting together: the second finds the work of the first. */
const once = (work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  });

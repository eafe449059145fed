import type { RequiredEntityData } from '@mikro-orm/core';
import { QuoteAcceptance } from '../../../src/entities/billing/quote-acceptance.entity.ts';
import { QuoteLine } from '../../../src/entities/billing/quote-line.entity.ts';
import { Quote, type QuoteStatus } from '../../../src/entities/billing/quote.entity.ts';
import { TermsVersion } from '../../../src/entities/billing/terms-version.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

interface Facts extends Partial<Omit<RequiredEntityData<Quote>, 'status' | 'changedAt'>> {
  readonly status?: QuoteStatus;
  readonly changedAt: Date;
  readonly description?: string;
}

/** A quote of 50 euros with one line, a draft unless the facts say otherwise. Written at once: what is sent takes no line any more. */
export async function makeQuote(
  em: EntityManager,
  { description = 'Relecture', status = 'DRAFT', ...facts }: Facts,
): Promise<Quote> {
  const quote = em.create(Quote, {
    authorId: '01960000-0000-7000-8000-000000000001',
    netCents: 5_000,
    taxCents: 0,
    grossCents: 5_000,
    validUntil: '2030-01-01',
    onAcceptance: 'INVOICE_LATER',
    ...facts,
  });
  em.create(QuoteLine, {
    quote,
    position: 1,
    description,
    quantityThousandths: 1_000,
    unit: 'h',
    unitPriceTenThousandths: 500_000,
    taxRate: 2_000,
    discountCents: 100,
    discountBasisPoints: 100,
  });
  await em.flush();
  quote.status = status;
  await em.flush();
  return quote;
}

let numbers = 0;

/** What a sent quote has beside: a number of its own, and terms of its own. */
export const sentFacts = (em: EntityManager, sentAt: Date) => ({
  status: 'SENT' as const,
  number: `DEVIS-2025-${String((numbers += 1)).padStart(6, '0')}`,
  terms: em.create(TermsVersion, {
    slug: 'cgv',
    pageVersion: 1,
    sha256: String(numbers).padStart(64, '0'),
    title: 'Conditions générales de vente',
    content: 'Les conditions',
  }),
  document: {
    format: 2,
    kind: 'QUOTE',
    issuedAt: sentAt.toISOString(),
    buyer: { kind: 'PERSON' },
    locale: 'fr',
    payments: [],
  },
  pdfSha256: '1'.repeat(64),
  sentAt,
  timesSent: 1,
});

/** The acceptance of a quote; it says something in each of its columns, unless the facts say otherwise. */
export const makeAcceptance = (
  em: EntityManager,
  facts: Partial<RequiredEntityData<QuoteAcceptance>> &
    Pick<RequiredEntityData<QuoteAcceptance>, 'quote' | 'acceptedAt'>,
): QuoteAcceptance =>
  em.create(QuoteAcceptance, {
    revision: 1,
    pdfSha256: '1'.repeat(64),
    termsVersion: 1,
    termsSha256: '0'.repeat(64),
    name: 'Camille Morel',
    acceptedOn: '2026-01-02',
    address: '203.0.113.0/24',
    agent: 'Firefox',
    startBeforeWithdrawal: true,
    withdrawalWording: 'Je demande que l’exécution commence.',
    auditSeq: 1,
    ...facts,
  });

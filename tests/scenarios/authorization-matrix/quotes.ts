import type { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeInvoiceDraft } from '../../support/make/invoice-draft.ts';
import { makeAcceptance, makeQuote, sentFacts } from '../../support/make/quote.ts';

interface Around {
  readonly customer: User;
  readonly orderId: string;
  readonly invoiceId: string;
  readonly pdf: StoredFile;
  readonly now: Date;
}

/**
 * A sent quote, a draft, and an accepted one that says something in each of its fields; and a draft of an invoice for somebody
 * without an account.
 */
export async function makeQuotes(
  em: EntityManager,
  { customer, orderId, invoiceId, pdf, now }: Around,
): Promise<{ readonly quote: string; readonly quoteDraft: string }> {
  const sent = () => sentFacts(em, new Date('2026-01-01'));
  const quote = await makeQuote(em, { ...sent(), buyer: customer, changedAt: now, pdf });
  const quoteDraft = await makeQuote(em, { buyer: customer, changedAt: now });
  const accepted = await makeQuote(em, {
    ...{
      ...sent(),
      status: 'ACCEPTED',
      buyer: customer,
      revision: 2,
      replacesId: newId(),
    },
    ...{ subjectType: 'ORDER', subjectId: orderId, discountCents: 1, discountBasisPoints: 1, depositPercent: 10 },
    ...{ notes: 'Merci.', purchaseOrder: 'BC-1', onAcceptance: 'DEPOSIT', changedAt: now, endedAt: now, pdf },
    invoiceId,
  });
  makeAcceptance(em, { quote: accepted, acceptedAt: now, proofFile: pdf });
  const visitor = { personName: 'Zoé', personEmail: 'zoe@example.org', personLocale: 'fr' } as const;
  makeInvoiceDraft(em, { ...visitor, buyer: null, subjectId: null, subjectType: null, changedAt: now });
  return { quote: quote.id, quoteDraft: quoteDraft.id };
}

import { QuoteAcceptance } from '../../../entities/billing/quote-acceptance.entity.ts';
import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { TermsVersion } from '../../../entities/billing/terms-version.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { networkOf } from '../../kernel/network.ts';
import { transition } from '../../kernel/states.ts';
import { cleanText } from '../../kernel/text.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Tx } from '../../platform/context.ts';
import type { Billables, QuoteContext } from '../billable.ts';
import { requireAnswerable, type ShownQuote } from './answer.policy.ts';
import { quoteAccepted } from './events.ts';
import { invoiceAccepted } from './invoice-accepted.ts';
import { moveSubject } from './move-subject.ts';
import { QuoteNotPrinted } from './printed-quote.ts';
import { quoteFromStore } from './quote-document.ts';
import { quoteStates } from './quote.states.ts';
import { withdrawalWording } from './withdrawal-wording.ts';

/** How a buyer accepts: what they saw, and what they say. */
export interface Acceptance extends ShownQuote {
  /** The version of the terms that they read. */
  readonly termsVersion: number;
  /** Typed, as a signature. */
  readonly name: string;
  /** From persons: whether work starts within the withdrawal period. */
  readonly startBeforeWithdrawal?: boolean | null | undefined;
}

/** How staff records an acceptance on paper. */
export interface OfflineProof {
  readonly acceptedOn: string;
  readonly recordedById: string;
  readonly proofFile: StoredFile;
}

export type AcceptContext = QuoteContext & Tx<'config'>;

/**
 * Accepts a locked quote, once: what its acceptance wants issued is issued in the same transaction. Accepted before, nothing happens.
 * `null` while the clock is not believed, by which an invoice would be dated.
 */
export async function acceptOnce(
  tx: AcceptContext,
  { quote, billables }: { readonly quote: Quote; readonly billables: Billables },
  said: Said,
): Promise<Quote | null> {
  if (quote.status === 'ACCEPTED') return quote;
  if (said.offline === undefined) requireAnswerable(tx, quote, said);
  const columns = await evidence(tx, quote, said);
  const issued = await invoiceAccepted(tx, billables, quote);
  if (issued === 'CLOCK') return null;
  transition(quoteStates, quote, 'accept');
  quote.endedAt = tx.now;
  quote.invoiceId = issued?.id ?? null;
  await moveSubject(tx, billables, {
    quote,
    verb: 'accept',
    startBeforeWithdrawal: columns.startBeforeWithdrawal,
  });
  const acceptanceId = newId();
  tx.em.create(QuoteAcceptance, { ...columns, id: acceptanceId, quote });
  await tx.em.flush();
  crashPoint('after-acceptance');
  tx.emit(quoteAccepted, {
    quoteId: quote.id,
    buyerId: quote.buyer?.id ?? null,
    acceptanceId,
    effect: quote.onAcceptance,
    invoiceId: quote.invoiceId,
  });
  recordAcceptance(tx, quote, { acceptanceId, columns });
  return quote;
}

type Said = Acceptance & { readonly offline?: OfflineProof };
type Evidence = Awaited<ReturnType<typeof evidence>>;

/** All that proves the acceptance. Refuses with `TERMS_NOT_READ`. */
async function evidence(tx: AcceptContext, quote: Quote, said: Said) {
  const { document, pdfSha256, terms: agreed } = quote;
  if (pdfSha256 === null) throw new QuoteNotPrinted(quote);
  if (document === null || agreed === null) throw new Error(`Quote ${quote.id} was sent without its content`);
  const terms = await tx.em.findOneOrFail(TermsVersion, { id: agreed.id });
  if (said.offline === undefined && said.termsVersion !== terms.pageVersion)
    throw new DomainError('TERMS_NOT_READ', { termsVersion: terms.pageVersion });
  return {
    revision: quote.revision,
    pdfSha256,
    termsVersion: terms.pageVersion,
    termsSha256: terms.sha256,
    name: said.name,
    acceptedAt: tx.now,
    ...originOf(tx, said.offline),
    ...withdrawalChoice(quote, said),
  };
}

/** From where it was accepted; or who recorded which paper. */
const originOf = ({ actor }: Tx<'actor'>, offline: OfflineProof | undefined) =>
  offline === undefined
    ? {
        acceptedOn: null,
        recordedById: null,
        proofFile: null,
        address: networkOf(actor.address),
        agent: actor.agent === null ? null : cleanText(actor.agent).slice(0, 255),
      }
    : { ...offline, address: null, agent: null };

/** A business has no such right, and is not asked. On paper the question may have been left out. */
function withdrawalChoice({ document }: Quote, { startBeforeWithdrawal: answer, offline }: Said) {
  const { buyer, locale } = quoteFromStore(jsonFrom(document));
  const isAnswered = typeof answer === 'boolean';
  if (buyer.kind !== 'PERSON' || (!isAnswered && offline !== undefined))
    return { startBeforeWithdrawal: null, withdrawalWording: null };
  if (!isAnswered) throw fieldError('input.startBeforeWithdrawal', 'required');
  return { startBeforeWithdrawal: answer, withdrawalWording: withdrawalWording[locale] };
}

/** The acceptance names its entry in the audit log: its number is known once that is written, in this transaction. */
function recordAcceptance(
  { em, record }: Tx<'em' | 'record'>,
  quote: Quote,
  { acceptanceId, columns }: { readonly acceptanceId: string; readonly columns: Evidence },
): void {
  const { revision, pdfSha256, termsSha256, acceptedOn } = columns;
  record({
    action: acceptedOn === null ? 'QUOTE_ACCEPTED' : 'QUOTE_ACCEPTANCE_RECORDED',
    targetType: 'quote',
    targetId: quote.id,
    payload: { acceptanceId, number: quote.number, revision, pdfSha256, termsSha256, invoiceId: quote.invoiceId },
    numbered: async (auditSeq) => {
      await writing(em)
        .db.updateTable('quote_acceptance')
        .set({ audit_seq: auditSeq })
        .where('id', '=', acceptanceId)
        .execute();
    },
  });
}

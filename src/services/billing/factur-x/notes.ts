/**
 * The notes (BG-1). French law wants three of them in every e-invoice, each once (BR-FR-05, BR-FR-06): penalties, recovery
 * fee, discount; and what kind of trade it is (BAR).
 */
import { localDateOf } from '../../kernel/format.ts';
import { tradeKindOf } from '../../kernel/vat.ts';
import type { InvoiceDocument, PaymentMentions } from '../invoice-document.ts';
import { frenchMentions, paymentMentionsOf } from '../legal-mentions.ts';
import { element, text, type Element } from './xml.ts';

const note = (content: string, code?: string): Element =>
  element(
    'ram:IncludedNote',
    text('ram:Content', content),
    code === undefined ? undefined : text('ram:SubjectCode', code),
  );

const betweenBusinesses = { fr: 'Entre professionnels seulement\u00a0: ', en: 'Between businesses only: ' } as const;

/** As agreed on the day of issue; invoices of before that was kept say what the law says when nothing is agreed. */
const mentionsOf = ({ paymentMentions, issuedAt, timeZone, locale }: InvoiceDocument): PaymentMentions =>
  paymentMentions ?? paymentMentionsOf(frenchMentions, localDateOf(issuedAt, timeZone), locale);

export function notes(document: InvoiceDocument): Element[] {
  const { buyer, legalMentions, locale } = document;
  const { latePenalty, recoveryFee, discount } = mentionsOf(document);
  const before = buyer.kind === 'PERSON' ? betweenBusinesses[locale] : '';
  const coded = new Set([latePenalty, recoveryFee, discount]);
  return [
    note(before + latePenalty, 'PMD'),
    note(before + recoveryFee, 'PMT'),
    note(before + discount, 'AAB'),
    note(tradeKindOf(buyer.kind), 'BAR'),
    ...[...document.notes, ...legalMentions.filter((mention) => !coded.has(mention))]
      .filter((words) => words.trim() !== '')
      .map((words) => note(words)),
  ];
}

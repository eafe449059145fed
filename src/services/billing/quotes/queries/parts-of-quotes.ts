import type { Db, ReadContext } from '../../../platform/context.ts';
import { jsonFrom } from '../../../platform/orm/values.ts';
import { soldLineRowOf, type SoldLineRow } from '../../queries/invoice-draft-lines.ts';
import { quoteFromStore } from '../quote-document.ts';
import { withdrawalWording } from '../withdrawal-wording.ts';

type Batched = Pick<ReadContext, 'db'>;

/** The lines of quotes, in order, by quote. For quotes that the actor was shown. */
export async function linesOfQuotes(
  { db }: Batched,
  quoteIds: readonly string[],
): Promise<ReadonlyMap<string, SoldLineRow[]>> {
  const byQuote = new Map<string, SoldLineRow[]>(quoteIds.map((id) => [id, []]));
  const rows = await db
    .selectFrom('quote_line as line')
    .innerJoin('quote', 'quote.id', 'line.quote_id')
    .selectAll('line')
    .select('quote.currency')
    .where('line.quote_id', 'in', quoteIds)
    .orderBy('line.quote_id')
    .orderBy('line.position')
    .execute();
  for (const row of rows) byQuote.get(row.quote_id)?.push(soldLineRowOf(row));
  return byQuote;
}

/** What a person is asked about the start of the work, by quote; absent for quotes to a business. */
export async function withdrawalQuestions(
  { db }: Batched,
  quoteIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('quote').select(['id', 'document']).where('id', 'in', quoteIds).execute();
  return new Map(
    rows.flatMap(({ id, document }): [string, string][] => {
      if (document === null) return [];
      const { buyer, locale } = quoteFromStore(jsonFrom(document));
      return buyer.kind === 'PERSON' ? [[id, withdrawalWording[locale]]] : [];
    }),
  );
}

export interface TermsRow {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly content: string;
}

/** The terms that quotes were sent with, by their id. */
export async function termsByIds({ db }: Batched, ids: readonly string[]): Promise<ReadonlyMap<string, TermsRow>> {
  const rows = await db
    .selectFrom('terms_version')
    .select(['id', 'slug', 'page_version as version', 'sha256', 'title', 'content'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The acceptance of each quote that has one, by quote. */
export async function acceptancesOfQuotes({ db }: Batched, ids: readonly string[]) {
  const rows = await acceptanceRows(db, ids).execute();
  return new Map(
    rows.map(({ quoteId, auditSeq, startBeforeWithdrawal: answer, ...row }) => [
      quoteId,
      {
        ...row,
        auditSeq: auditSeq === null ? null : Number(auditSeq),
        startBeforeWithdrawal: answer === null ? null : Boolean(answer),
      },
    ]),
  );
}

const acceptanceRows = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('quote_acceptance')
    .select([
      'id',
      'quote_id as quoteId',
      'revision',
      'pdf_sha256 as pdfSha256',
      'terms_version as termsVersion',
      'terms_sha256 as termsSha256',
      'name',
      'accepted_at as acceptedAt',
      'accepted_on as acceptedOn',
      'start_before_withdrawal as startBeforeWithdrawal',
      'withdrawal_wording as withdrawalWording',
      'address',
      'agent',
      'proof_file_id as proofFileId',
      'audit_seq as auditSeq',
    ])
    .where('quote_id', 'in', ids);

export type QuoteAcceptanceRow =
  Awaited<ReturnType<typeof acceptancesOfQuotes>> extends Map<string, infer R> ? R : never;

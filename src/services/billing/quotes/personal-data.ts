import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import {
  inChunks,
  kept,
  lost,
  type ErasureLine,
  type ErasureScope,
  type PersonalRows,
} from '../../platform/personal-data.ts';
import { keptUntil } from '../../platform/retention.ts';
import type { Db } from '../../platform/context.ts';
import type { Owner } from '../personal-rows.ts';
import { acceptedQuoteRetention, dropQuotes } from './retention.ts';

const offeredTo =
  ({ userId, email }: Owner) =>
  (eb: ExpressionBuilder<Tables, 'quote'>) =>
    email === null
      ? eb('quote.buyer_id', '=', userId)
      : eb.or([eb('quote.buyer_id', '=', userId), eb('quote.person_email', '=', email)]);

const quotesOf = (db: Db, owner: Owner) => db.selectFrom('quote').where(offeredTo(owner));

/** Everything of quotes to a person, for their export. */
export async function collectQuotes(db: Db, owner: Owner): Promise<PersonalRows[]> {
  const ids = quotesOf(db, owner).select('quote.id');
  const lines = db.selectFrom('quote_line').selectAll().where('quote_id', 'in', ids);
  const acceptances = db.selectFrom('quote_acceptance').selectAll().where('quote_id', 'in', ids);
  return [
    { table: 'quote', rows: await quotesOf(db, owner).selectAll('quote').orderBy('quote.id').execute() },
    { table: 'quote_line', rows: await lines.orderBy('id').execute() },
    { table: 'quote_acceptance', rows: await acceptances.orderBy('id').execute() },
  ];
}

/** Their PDFs, for a copy of the person’s data. */
export const quotePdfs = async (db: Db, owner: Owner): Promise<string[]> =>
  (await quotesOf(db, owner).select('quote.pdf_id').execute()).flatMap(({ pdf_id }) => pdf_id ?? []);

/** An accepted quote is a contract, and stays; any other goes with the person. */
export async function eraseQuotes(tx: ErasureScope, owner: Owner): Promise<ErasureLine[]> {
  const { db } = writing(tx.em);
  const quotes = await quotesOf(db, owner).select(['quote.id', 'quote.status', 'quote.ended_at']).execute();
  const accepted = quotes.filter(({ status }) => status === 'ACCEPTED');
  const others = quotes.filter(({ status }) => status !== 'ACCEPTED').map(({ id }) => id);
  for (const ids of inChunks(others)) await dropQuotes(tx, ids);
  for (const ids of inChunks(accepted.map(({ id }) => id)))
    await db.deleteFrom('billing_token').where('quote_id', 'in', ids).execute();
  const last = Math.max(...accepted.map(({ ended_at: at }) => instantFrom(at).getTime()));
  return [
    ...(others.length === 0 ? [] : [lost('QUOTES', others.length)]),
    ...(accepted.length === 0
      ? []
      : [
          kept('QUOTES', accepted.length, {
            ground: 'ACCOUNTING_LAW',
            until: await keptUntil(db, acceptedQuoteRetention, new Date(last)),
          }),
        ]),
  ];
}

import { sql } from 'kysely';
import type { Config } from '../platform/config.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { tableShapes } from '../platform/orm/snapshot/table-shapes.ts';
import { writing } from '../platform/orm/values.ts';
import type { ErasureScope } from '../platform/personal-data.ts';
import { isMarked } from './address-mark.ts';
import { addressSubject } from './address-subject.ts';
import { eraseAll, forgetAccount, type Erasing } from './erase-person.ts';
import { accountAt } from './redeem-address-proof.ts';

type Repeating = ErasureScope & Tx<'config'>;

/**
 * After a restore: erases again who was erased since the backup, whatever stood in the way then, for it was decided and done. False
 * when nobody of that id is there, or they are erased already.
 */
export async function repeatErasure(
  tx: Repeating,
  { userId, personalData }: Pick<Erasing, 'userId' | 'personalData'>,
): Promise<boolean> {
  const { db } = writing(tx.em);
  const known = await db.selectFrom('user').select('status').where('id', '=', userId).executeTakeFirst();
  if (known === undefined || known.status === 'ERASED') return false;
  await forgetAccount(tx, { userId, personalData });
  return true;
}

interface Marked {
  readonly config: Pick<Config, 'keysDir'>;
  readonly marks: readonly string[];
}

/**
 * The addresses in a restored database that were erased since the backup. One that was erased before it, and used again since, is none:
 * the receipt of that erasure is there.
 */
export async function forgottenAddresses({ em }: Tx<'em'>, { config, marks }: Marked): Promise<string[]> {
  const { db } = writing(em);
  const isTheirs = isMarked(config, await withoutReceipt(db, marks));
  const found = new Map<string, string>();
  for (const { name, columns } of tableShapes())
    for (const [column] of columns.filter(([one]) => /(^|_)email$/.test(one))) {
      const { rows } = await sql<{ email: string | null }>`
        select distinct ${sql.ref(column)} as email from ${sql.table(name)}`.execute(db);
      for (const { email } of rows) if (email && isTheirs(email)) found.set(email.toLowerCase(), email);
    }
  return [...found.values()];
}

async function withoutReceipt(db: ReturnType<typeof writing>['db'], marks: readonly string[]): Promise<string[]> {
  const query = db.selectFrom('erasure_receipt').select('address_mark').where('address_mark', 'is not', null);
  const known = new Set((await query.execute()).map(({ address_mark }) => address_mark));
  return marks.filter((mark) => !known.has(mark));
}

/**
 * The same for an address: what is known of it without an account, and an account that nobody ever used. Whoever can sign in there keeps
 * theirs: on the day of the backup the address was somebody else’s than of whom it was erased.
 */
export async function repeatAddressErasure(
  tx: Repeating,
  { email, personalData }: { readonly email: string } & Pick<AppContext, 'personalData'>,
): Promise<boolean> {
  const account = await accountAt(tx, email);
  if (account !== null && account.status !== 'PENDING') return false;
  if (account !== null) await forgetAccount(tx, { userId: account.id, personalData });
  const address = addressSubject({ email, locale: 'fr' });
  await eraseAll(tx, { known: address, address, isAsked: false, personalData });
  return true;
}

import { sql } from 'kysely';
import type {
  SuppressionReason,
  SuppressionScope,
  SuppressionSource,
} from '../../../entities/notifications/email-suppression.entity.ts';
import type { MailWish } from '../../kernel/mail-wishes.ts';
import { newId } from '../../kernel/ids.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { emailSuppressed } from './events.ts';

export interface ToSuppress {
  readonly addressHash: string;
  /** Null where only its hash is known. */
  readonly address: string | null;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  readonly source: SuppressionSource;
  readonly since: Date;
}

/** Sends nothing more to an address, of a kind or at all; `false` when it is so already. */
export async function suppress(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { addressHash, address, scope, reason, source, since }: ToSuppress,
): Promise<boolean> {
  const { db, dialect } = writing(tx.em);
  const id = newId();
  const row = { id, created_at: tx.now, version: 1, address_hash: addressHash, address, scope, reason, source, since };
  const insert = db.insertInto('email_suppression').values(row);
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.columns(['address_hash', 'scope']).doNothing())
  ).execute();
  const kept = await db.selectFrom('email_suppression').select('id').where('id', '=', id).executeTakeFirst();
  if (kept === undefined) return false;
  tx.emit(emailSuppressed, { suppressionId: id });
  tx.record({ action: 'EMAIL_SUPPRESSED', targetType: 'email', targetId: id, payload: { scope, reason, source } });
  return true;
}

/** Why a mail of this kind is not sent to an address; undefined when it is. */
export async function suppressionOf(
  db: Db,
  addressHash: string,
  wish: MailWish | undefined,
): Promise<SuppressionReason | undefined> {
  const row = await db
    .selectFrom('email_suppression')
    .select('reason')
    .where('address_hash', '=', addressHash)
    .where('scope', 'in', wish === undefined ? ['EVERYTHING'] : ['EVERYTHING', wish])
    .limit(1)
    .executeTakeFirst();
  return row?.reason;
}

import { fingerprint } from '../../kernel/ids.ts';
import type { Db } from '../../platform/context.ts';

/** What an asker holds: the code and the token of a booking, and the token of a hold. */
export interface SlotAccess {
  readonly code?: string | null;
  readonly token?: string | null;
  readonly holdToken?: string | null;
}

/** The booking and the hold that are the asker's own: for them their times are free. What does not match is as if it was not given. */
export async function ownReferences(db: Db, { code, token, holdToken }: SlotAccess): Promise<string[]> {
  const booking = code && token ? await ownBooking(db, code, token) : undefined;
  const hold = holdToken ? await ownHold(db, holdToken) : undefined;
  return [booking, hold].filter((id) => id !== undefined);
}

/** Codes are read without case, blanks or dash. */
const compact = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

async function ownBooking(db: Db, code: string, token: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('booking')
    .select(['id', 'public_code'])
    .where('manage_hash', '=', fingerprint(token))
    .executeTakeFirst();
  return found !== undefined && compact(found.public_code) === compact(code) ? found.id : undefined;
}

const ownHold = async (db: Db, token: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('slot_hold')
      .select('id')
      .where('token_hash', '=', fingerprint(token))
      .where('status', '=', 'HELD')
      .executeTakeFirst()
  )?.id;

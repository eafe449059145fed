import { fingerprint } from '../../kernel/ids.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { readCode } from '../bookings/booking-code.ts';
import { isOpenedBy } from '../bookings/manage-token.ts';
import type { AgreedLengths } from './plan.ts';

/** What an asker holds: the code and a token of a booking, and the token of a hold. */
export interface SlotAccess {
  readonly code?: string | null;
  readonly token?: string | null;
  readonly holdToken?: string | null;
}

/** A booking that is to move. */
export interface OwnBooking extends AgreedLengths {
  readonly id: string;
  readonly offeringId: string;
  readonly artisanId: string;
}

/** What is the asker's own: for them its time is free. */
export interface OwnTimes {
  readonly references: readonly string[];
  readonly booking: OwnBooking | null;
}

export const noTimes: OwnTimes = { references: [], booking: null };

type Asking = Pick<AppContext, 'db' | 'derived'>;

/** The booking and the hold of whoever holds this. What does not match is as if it was not given. */
export async function ownTimes(ctx: Asking, { code, token, holdToken }: SlotAccess): Promise<OwnTimes> {
  const booking = code && token ? await ownBooking(ctx, code, token) : null;
  const hold = holdToken ? await ownHold(ctx.db, holdToken) : undefined;
  return { references: [booking?.id, hold].filter((id) => id !== undefined), booking };
}

/** By a token of its link or of its text messages. */
async function ownBooking({ db, derived }: Asking, code: string, token: string): Promise<OwnBooking | null> {
  const found = await db
    .selectFrom('booking')
    .select(['id', 'offering_id as offeringId', 'artisan_id as artisanId', 'duration_minutes as durationMinutes'])
    .select(['buffer_before_minutes as bufferBeforeMinutes', 'buffer_after_minutes as bufferAfterMinutes'])
    .select(['manage_hash as manageHash', 'manage_version as manageVersion'])
    .where('public_code', '=', readCode(code) ?? '')
    .executeTakeFirst();
  return found !== undefined && isOpenedBy(derived, found, token) ? found : null;
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

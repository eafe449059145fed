import { personOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { MailWish } from '../../kernel/mail-wishes.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { digestHourOf, planDigest } from './digest-schedule.ts';
import { myNotificationPreferences, type NotificationPreferences } from './my-notification-preferences.ts';
import { isAllowed } from './preference.policy.ts';
import { setMode, type Mode } from './set-modes.ts';

/** What changes; what is absent stays. */
export interface PreferenceChange {
  readonly preferences?: readonly Mode[] | null | undefined;
  readonly digestAt?: string | null | undefined;
  readonly digestTimeZone?: string | null | undefined;
  /** Kinds of mails that they ended by a link, and want again. */
  readonly resubscribeTo?: readonly MailWish[] | null | undefined;
}

type Needs = Tx<'em' | 'actor' | 'now' | 'config'>;

/**
 * Changes how the signed-in person is notified. PREFERENCE_NOT_ALLOWED, and nothing is changed, where it would silence what they must
 * know.
 */
export async function updateNotificationPreferences(
  tx: Needs,
  change: PreferenceChange,
): Promise<NotificationPreferences> {
  const userId = personOf(tx.actor);
  const modes = change.preferences ?? [];
  const refused = modes.find((mode) => !isAllowed(mode));
  if (refused !== undefined) throw new DomainError('PREFERENCE_NOT_ALLOWED', { ...refused });
  // Of two choices for one type and channel, the last one counts.
  for (const mode of modes) await setMode(tx, userId, mode);
  await planIfNeeded(tx, userId, change);
  if (change.resubscribeTo?.length) await resubscribe(tx, userId, change.resubscribeTo);
  return myNotificationPreferences(tx, {});
}

/** Who wants digests has an hour for them. */
async function planIfNeeded(tx: Needs, userId: string, change: PreferenceChange): Promise<void> {
  const hour = await digestHourOf(tx, userId);
  if (!isToBePlanned(change, hour.isChosen)) return;
  const timeZone = change.digestTimeZone ? timeZoneNamed(change.digestTimeZone) : hour.timeZone;
  if (timeZone === undefined) throw fieldError('input.digestTimeZone', 'timeZone');
  await planDigest(tx, userId, { at: change.digestAt ?? hour.at, timeZone });
}

function isToBePlanned({ preferences, digestAt, digestTimeZone }: PreferenceChange, isChosen: boolean): boolean {
  if (digestAt || digestTimeZone) return true;
  return !isChosen && preferences?.some(({ mode }) => mode === 'DIGEST') === true;
}

/** What they ended themselves; an address that mails do not reach stays so. */
async function resubscribe({ em }: Tx<'em'>, userId: string, wishes: readonly MailWish[]): Promise<void> {
  const { db } = writing(em);
  await db
    .deleteFrom('email_suppression')
    .where('address', '=', db.selectFrom('user').select('email').where('id', '=', userId))
    .where('scope', 'in', wishes)
    .execute();
}

import { notificationTypes } from '../../../entities/notifications/notification.entity.ts';
import { notificationChannels } from '../../../entities/notifications/notification-preference.entity.ts';
import { personOf } from '../../access/actor.ts';
import { mailWishes, type MailWish } from '../../kernel/mail-wishes.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { digestHourOf } from './digest-schedule.ts';
import { isAllowed } from './preference.policy.ts';
import type { QuietWindow } from './quiet-hours.policy.ts';
import type { Mode } from './set-modes.ts';
import { everythingAtOnce, quietWindowsOf, wishesOf } from './wishes.ts';

/** How a person is notified. */
export interface NotificationPreferences {
  readonly preferences: readonly (Mode & { readonly isFixed: boolean })[];
  readonly quietHours: QuietWindow | null;
  readonly digestAt: string;
  readonly digestTimeZone: string;
  /** The kinds of mails that they ended by the link in one. */
  readonly unsubscribedFrom: readonly MailWish[];
}

/** How the signed-in person is notified: every type by every channel. */
export async function myNotificationPreferences(
  tx: Tx<'em' | 'actor' | 'config'>,
  _input: object,
): Promise<NotificationPreferences> {
  const userId = personOf(tx.actor);
  const { db } = writing(tx.em);
  const wish = (await wishesOf(db, [userId])).get(userId) ?? everythingAtOnce;
  const { at, timeZone } = await digestHourOf(tx, userId);
  return {
    preferences: notificationTypes.flatMap((type) =>
      notificationChannels.map((channel) => ({
        type,
        channel,
        mode: wish(type, channel),
        isFixed: !isAllowed({ type, channel, mode: 'OFF' }),
      })),
    ),
    quietHours: (await quietWindowsOf(db, [userId])).get(userId) ?? null,
    digestAt: at,
    digestTimeZone: timeZone,
    unsubscribedFrom: await unsubscribedBy(db, userId),
  };
}

async function unsubscribedBy(db: Db, userId: string): Promise<MailWish[]> {
  const rows = await db
    .selectFrom('email_suppression as s')
    .innerJoin('user as u', 'u.email', 's.address')
    .select('s.scope')
    .where('u.id', '=', userId)
    .execute();
  return mailWishes.filter((wish) => rows.some(({ scope }) => scope === wish));
}

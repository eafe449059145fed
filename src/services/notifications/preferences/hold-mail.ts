import type { HoldReason } from '../../../entities/notifications/email-delivery.entity.ts';
import type { Priority } from '../../../entities/notifications/notification.entity.ts';
import type { Db } from '../../platform/context.ts';
import type { AnyMail } from '../mail/definition.ts';
import { heldUntil } from './quiet-hours.policy.ts';
import { mailModeOf, quietWindowsOf } from './wishes.ts';

/** What becomes of a mail by the wishes of its recipient. */
export type MailChoice =
  | { readonly kind: 'now' }
  | { readonly kind: 'off' }
  | { readonly kind: 'held'; readonly heldFor: HoldReason; readonly heldUntil: Date | null };

export const atOnce: MailChoice = { kind: 'now' };

interface Wished {
  readonly template: Pick<AnyMail, 'about'>;
  /** Null without an account, and so without preferences. */
  readonly userId: string | null;
  readonly priority: Priority;
  readonly now: Date;
}

/** A mail that says nothing of what it is about is owed: it leaves at once, whatever its recipient chose. */
export async function choiceFor(db: Db, { template: { about }, userId, priority, now }: Wished): Promise<MailChoice> {
  if (about === undefined || userId === null) return atOnce;
  const mode = await mailModeOf(db, userId, about);
  if (mode === 'OFF') return { kind: 'off' };
  if (mode === 'DIGEST') return { kind: 'held', heldFor: 'DIGEST', heldUntil: null };
  const until = heldUntil(now, priority, (await quietWindowsOf(db, [userId])).get(userId) ?? null);
  return until === null ? atOnce : { kind: 'held', heldFor: 'QUIET_HOURS', heldUntil: until };
}

import { Broadcast } from '../../../entities/notifications/broadcast.entity.ts';
import type { NotificationType, Priority } from '../../../entities/notifications/notification.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Tx } from '../../platform/context.ts';
import { countRecipients, recipientsOf } from '../recipients.ts';
import { notificationBroadcast } from './events.ts';
import { publishExpiryTask } from './publish-expiry.ts';
import { sendBroadcast, type Broadcasting } from './send-broadcast.ts';

export interface CreateAdminNotification extends Keyed {
  readonly audience: UserRole | 'EVERYONE';
  /** Only these people, whatever the audience. */
  readonly userIds?: readonly string[] | null;
  readonly title: string;
  readonly message: string;
  readonly type?: NotificationType | null;
  readonly priority?: Priority | null;
  readonly actionUrl?: string | null;
  readonly expiresAt?: Date | null;
  /** By e-mail too, to who wants such mails. */
  readonly isByMail?: boolean | null;
  /** Nobody is notified: how many would be? */
  readonly isDryRun?: boolean | null;
}

export interface BroadcastMade {
  readonly id: string;
  readonly recipientCount: number;
}

type Needs = Broadcasting & Tx<'actor' | 'record' | 'emit'>;
type Input = Omit<CreateAdminNotification, 'key'>;

async function broadcast(tx: Needs, input: Input): Promise<BroadcastMade> {
  const { expiresAt, isDryRun } = input;
  if (expiresAt && expiresAt <= tx.now) throw fieldError('input.expiresAt', 'future');
  const id = newId();
  const audience = await audienceOf(tx, input);
  if (isDryRun) return { id, recipientCount: audience.count };
  keep(tx, { id, input, audience });
  await tx.em.flush();
  // The first batch at once: a few people are notified before the answer leaves, many others by jobs.
  await sendBroadcast(tx, { broadcastId: id });
  if (expiresAt)
    tx.enqueue(
      publishExpiryTask,
      { broadcastId: id },
      { runAt: expiresAt, dedupeKey: `${publishExpiryTask.kind}:${id}` },
    );
  tx.emit(notificationBroadcast, { broadcastId: id });
  tx.record({
    action: 'ADMIN_NOTIFICATION_CREATED',
    severity: 'MEDIUM',
    targetType: 'notification',
    targetId: id,
    payload: { audience: input.userIds ? 'NAMED' : input.audience, recipients: audience.count },
  });
  return { id, recipientCount: audience.count };
}

interface Audience {
  readonly count: number;
  readonly namedIds: readonly string[] | null;
}

/** NOT_FOUND when one of the people that are named cannot be notified: suspended, erased, or nobody. */
async function audienceOf(tx: Tx<'em'>, { audience, userIds }: Input): Promise<Audience> {
  if (!userIds) return { count: await countRecipients(tx, audience), namedIds: null };
  const namedIds = [...new Set(userIds)];
  const people = await recipientsOf(tx, namedIds);
  if (namedIds.some((id) => !people.has(id))) throw new DomainError('NOT_FOUND');
  return { count: namedIds.length, namedIds };
}

interface Keeping {
  readonly id: string;
  readonly input: Input;
  readonly audience: Audience;
}

const keep = ({ em, actor }: Needs, { id, input, audience: { count, namedIds } }: Keeping): unknown =>
  em.create(Broadcast, {
    ...{ id, namedIds },
    audience: namedIds === null ? input.audience : 'NAMED',
    title: input.title,
    message: input.message,
    type: input.type ?? 'INFO',
    priority: input.priority ?? 'NORMAL',
    actionUrl: input.actionUrl ?? null,
    isByMail: input.isByMail === true,
    recipientCount: count,
    createdById: actor.userId,
    expiresAt: input.expiresAt ?? null,
  });

/** The same answer for the same key; a dry run left nothing. */
async function foundAgain({ em }: Tx<'em'>, id: string): Promise<BroadcastMade> {
  const { recipientCount } = await em.findOneOrFail(Broadcast, id);
  return { id, recipientCount };
}

const send = keyed<keyof Needs & string, CreateAdminNotification, BroadcastMade>(
  'createAdminNotification',
  broadcast,
  foundAgain,
);

/** An admin notifies all active users, all active users of a role, or some people; or asks how many that would be. */
export const createAdminNotification = (tx: Needs, input: CreateAdminNotification): Promise<BroadcastMade> =>
  input.isDryRun ? broadcast(tx, input) : send(tx, input);

import { Broadcast } from '../../../entities/notifications/broadcast.entity.ts';
import type { NotificationType, Priority } from '../../../entities/notifications/notification.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Tx } from '../../platform/context.ts';
import { notificationMailOf } from '../emails/notification-mails.ts';
import { notifyMany } from '../notify.ts';
import { queueMail } from '../queue-mail.ts';
import { recipientsIn, recipientsOf, type Recipient } from '../recipients.ts';
import { notificationBroadcast } from './events.ts';
import { publishExpiryTask } from './publish-expiry.ts';

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

type Needs = Tx<'em' | 'actor' | 'now' | 'publish' | 'record' | 'emit' | 'enqueue'>;
type Input = Omit<CreateAdminNotification, 'key'>;

async function broadcast(tx: Needs, input: Input): Promise<BroadcastMade> {
  const { expiresAt, isDryRun } = input;
  if (expiresAt && expiresAt <= tx.now) throw fieldError('input.expiresAt', 'future');
  const id = newId();
  const people = await audienceOf(tx, input);
  if (isDryRun) return { id, recipientCount: people.length };
  await notifyAll(tx, { id, input, people });
  keep(tx, { id, input, people });
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
    payload: { audience: input.userIds ? 'NAMED' : input.audience, recipients: people.length },
  });
  return { id, recipientCount: people.length };
}

interface Broadcasting {
  readonly id: string;
  readonly input: Input;
  readonly people: readonly Recipient[];
}

/** NOT_FOUND when one of the people that are named cannot be notified: suspended, erased, or nobody. */
async function audienceOf(tx: Tx<'em'>, { audience, userIds }: Input): Promise<readonly Recipient[]> {
  if (!userIds) return recipientsIn(tx, audience);
  const named = [...new Set(userIds)];
  const people = await recipientsOf(tx, named);
  if (named.some((id) => !people.has(id))) throw new DomainError('NOT_FOUND');
  return [...people.values()];
}

async function notifyAll(tx: Needs, { id, input, people }: Broadcasting): Promise<void> {
  const { title, message, type, priority, actionUrl, expiresAt, isByMail } = input;
  const shared = { title, message, type: type ?? 'INFO', priority: priority ?? 'NORMAL' } as const;
  await notifyMany(
    tx,
    people.map(({ userId }) => ({
      ...shared,
      userId,
      isMailed: isByMail === true,
      dedupeKey: `broadcast:${id}:${userId}`,
      ...(actionUrl && { actionUrl }),
      ...(expiresAt && { expiresAt }),
    })),
  );
  if (!isByMail) return;
  for (const person of people)
    await queueMail(tx, {
      template: notificationMailOf(person.role, shared.type),
      recipient: person,
      locale: person.locale,
      data: { firstName: person.firstName, title, message, actionPath: actionUrl ?? '/notifications' },
      priority: shared.priority,
      isOwed: shared.type === 'SECURITY',
      dedupeKey: `broadcast:${id}:${person.userId}`,
    });
}

const keep = ({ em, actor }: Needs, { id, input, people }: Broadcasting): unknown =>
  em.create(Broadcast, {
    id,
    audience: input.userIds ? 'NAMED' : input.audience,
    title: input.title,
    message: input.message,
    type: input.type ?? 'INFO',
    priority: input.priority ?? 'NORMAL',
    actionUrl: input.actionUrl ?? null,
    isByMail: input.isByMail === true,
    recipientCount: people.length,
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

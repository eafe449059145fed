import { HeldMessage } from '../../../entities/messaging/visitor.entity.ts';
import { notifyMany, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';

const heldWords: NotificationWords<object> = {
  fr: () => ({
    title: 'Un message est retenu',
    message: 'Le message d’une personne sans compte attend votre décision\u00a0: à publier, ou indésirable.',
  }),
  en: () => ({
    title: 'A message is held',
    message: 'The message of somebody without an account waits for your decision: release it, or mark it as spam.',
  }),
};

/** The admins decide about a message that is held. */
export async function notifyHeld(
  tx: Tx<'em' | 'now' | 'publish'>,
  { heldMessageId }: { readonly heldMessageId: string },
): Promise<void> {
  const held = await tx.em.findOne(HeldMessage, { id: heldMessageId, spamAt: null });
  if (held === null) return;
  const admins = await recipientsIn(tx, 'ADMIN');
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...heldWords[locale]({}),
      ...{ userId, type: 'MESSAGE' as const, actionUrl: '/admin/messages-retenus' },
      data: { heldMessageId },
      dedupeKey: `message-held:${heldMessageId}:${userId}`,
    })),
  );
}

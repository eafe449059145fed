import type { RequiredEntityData } from '@mikro-orm/core';
import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message } from '../../../src/entities/messaging/message.entity.ts';
import { Visitor } from '../../../src/entities/messaging/visitor.entity.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** Somebody who wrote without an account, with a link that nobody has; flushed by the caller. */
export const makeVisitor = (em: EntityManager, facts: Partial<RequiredEntityData<Visitor>> = {}): Visitor =>
  em.create(Visitor, {
    ...{ purpose: 'CONTACT', name: 'Ada Sans-Compte', email: 'ada@example.org', locale: 'fr', subject: 'Une question' },
    ...{ consentVersion: '2026-11-20', tokenHash: fingerprint(newId()) },
    ...facts,
  });

/** What somebody wrote without an account: a conversation of one message, which the token opens; flushed by the caller. */
export function makeVisitorConversation(
  em: EntityManager,
  { subject, token, at }: { readonly subject: string; readonly token: string; readonly at: Date },
): Conversation {
  const tokenExpiresAt = new Date('2030-01-01');
  const visitor = makeVisitor(em, { subject, tokenHash: fingerprint(token), tokenExpiresAt });
  const facts = { subject, contextType: 'VISITOR', visitor, nextSeq: 2, lastMessageAt: at } as const;
  const conversation = em.create(Conversation, facts);
  em.create(Message, { conversation, visitor, seq: 1, content: subject });
  return conversation;
}

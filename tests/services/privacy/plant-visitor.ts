import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message } from '../../../src/entities/messaging/message.entity.ts';
import { FormBlock, HeldMessage, Visitor } from '../../../src/entities/messaging/visitor.entity.ts';
import { Ticket, TicketTag } from '../../../src/entities/support/ticket.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

interface Planting {
  readonly email: string;
  readonly at: (place: string) => string;
  readonly day: Date;
}

/** What somebody wrote from their address before they had an account: in a conversation that no account has, held, and in a ticket. */
export function plantVisitor(em: EntityManager, { email, at, day }: Planting): void {
  const visitor = em.create(Visitor, {
    ...{ name: at('visitor'), email, subject: at('visitor'), genre: at('visitor'), locale: 'fr' },
    ...{ consentVersion: '2026-11-20', tokenHash: '9'.repeat(64), tokenExpiresAt: day },
  });
  const conversation = em.create(Conversation, {
    ...{ subject: at('visitor'), contextType: 'VISITOR', visitor, nextSeq: 2, lastMessageAt: day },
  });
  em.create(Message, { conversation, visitor, seq: 1, content: at('visitor') });
  const ticket = em.create(Ticket, {
    ...{ reference: 'T-2026-09998', visitorId: visitor.id, title: at('ticket'), description: at('ticket') },
    ...{ openedAt: day, status: 'CLOSED', closedAt: day, pauses: [], alerts: [] },
  });
  em.create(TicketTag, { ticket, tag: at('tag') });
  em.create(HeldMessage, { visitor, content: at('held'), reasons: ['WORD'] });
  em.create(FormBlock, { kind: 'ADDRESS', value: email, isLearnt: true });
}

import type { RequiredEntityData } from '@mikro-orm/core';
import { Message } from '../../../src/entities/messaging/message.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Message>;

/** A message of this sender; null is the application. Flushed by the caller. */
export const makeMessage = (
  em: EntityManager,
  facts: Partial<Facts> & Pick<Facts, 'conversation' | 'sender'>,
): Message => em.create(Message, { content: 'Bonjour', ...facts });

import type { RequiredEntityData } from '@mikro-orm/core';
import { EmailDelivery } from '../../../src/entities/notifications/email-delivery.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** A mail that was sent to somebody without an account, unless the facts say otherwise; flushed by the caller. */
export const makeEmailDelivery = (
  em: EntityManager,
  facts: Partial<RequiredEntityData<EmailDelivery>> = {},
): EmailDelivery =>
  em.create(EmailDelivery, {
    toEmail: 'ada@example.org',
    toName: 'Ada',
    template: 'welcome',
    locale: 'fr',
    data: {},
    status: 'SENT',
    dedupeKey: newId(),
    ...facts,
  });

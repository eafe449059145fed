import type { RequiredEntityData } from '@mikro-orm/core';
import { Refund } from '../../../src/entities/billing/refund.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Refund>;

/** A refund of ten euros that has succeeded, unless the facts say otherwise; flushed by the caller. */
export const makeRefund = (em: EntityManager, facts: Partial<Facts> & Pick<Facts, 'payment'>): Refund =>
  em.create(Refund, {
    provider: 'SANDBOX',
    status: 'SUCCEEDED',
    reason: 'GOODWILL',
    amountCents: 1_000,
    ...facts,
  });

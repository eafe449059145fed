import type { RequiredEntityData } from '@mikro-orm/core';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Payment>;

/** A payment for an order, not paid yet, unless the facts say otherwise; flushed by the caller. */
export const makePayment = (em: EntityManager, facts: Partial<Facts> & Pick<Facts, 'payer' | 'subjectId'>): Payment =>
  em.create(Payment, {
    subjectType: 'ORDER',
    description: 'Le Fil des jours',
    provider: 'SANDBOX',
    amountCents: 35_000,
    ...facts,
  });

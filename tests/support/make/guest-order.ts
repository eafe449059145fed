import type { RequiredEntityData } from '@mikro-orm/core';
import { GuestOrder } from '../../../src/entities/orders/guest-order.entity.ts';
import { fingerprint, newId, newSecret } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** An order of a visitor without an account, just started unless the facts say otherwise; flushed by the caller. */
export const makeGuestOrder = (em: EntityManager, facts: Partial<RequiredEntityData<GuestOrder>> = {}): GuestOrder =>
  em.create(GuestOrder, {
    firstName: 'Claire',
    lastName: 'Dumas',
    email: `${newId()}@example.org`,
    passwordHash: '$2b$04$hash',
    locale: 'fr',
    consents: [{ purpose: 'TERMS', policyVersion: '2026-11-20' }],
    priceItemId: newId(),
    service: 'Correction',
    unit: 'PACK',
    title: 'Le Gardien',
    estimatedCents: 35_000,
    quotedCents: 35_000,
    currency: 'EUR',
    resumeTokenHash: fingerprint(newSecret()),
    expiresAt: new Date('2027-01-01T00:00:00Z'),
    ...facts,
  });

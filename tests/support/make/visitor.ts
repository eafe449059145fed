import type { RequiredEntityData } from '@mikro-orm/core';
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

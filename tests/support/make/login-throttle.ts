import { LoginThrottle } from '../../../src/entities/identity/login-throttle.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** One failed sign-in at this instant, at an address of its own; flushed by the caller. */
export const makeLoginThrottle = (em: EntityManager, lastFailureAt: Date): LoginThrottle =>
  em.create(LoginThrottle, {
    key: newId(),
    failures: 1,
    lastFailureAt,
    day: lastFailureAt.toISOString().slice(0, 10),
    dayFailures: 1,
  });

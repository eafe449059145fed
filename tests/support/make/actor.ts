import type { Actor } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';

/** A signed-in customer, unless the facts say otherwise; `userId` need not name a row. */
export const makeActor = (userId: string, facts: Partial<Actor> = {}): Actor => ({
  kind: 'PERSON',
  userId,
  role: 'CUSTOMER',
  sessionId: newId(),
  locale: 'fr',
  address: null,
  agent: null,
  ...facts,
});

/** A person of a role, for use cases that look at the role alone. */
export const person = (role: UserRole, userId: string = newId()): Actor =>
  makeActor(userId, { role, address: '203.0.113.7', agent: 'tests' });

export const nobody: Actor = {
  kind: 'ANONYMOUS',
  userId: null,
  role: null,
  sessionId: null,
  locale: 'fr',
  address: '203.0.113.7',
  agent: 'tests',
};

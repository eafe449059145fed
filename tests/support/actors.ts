import type { Actor } from '../../src/services/access/actor.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import type { UserRole } from '../../src/services/kernel/roles.ts';

/** A person of a role, for use cases that look at the role alone; `userId` names no row unless given. */
export const person = (role: UserRole, userId: string = newId()): Actor => ({
  kind: 'PERSON',
  userId,
  role,
  sessionId: newId(),
  locale: 'fr',
  address: '203.0.113.7',
  agent: 'tests',
});

export const nobody: Actor = {
  kind: 'ANONYMOUS',
  userId: null,
  role: null,
  sessionId: null,
  locale: 'fr',
  address: '203.0.113.7',
  agent: 'tests',
};

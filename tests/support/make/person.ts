import type { RequiredEntityData } from '@mikro-orm/core';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** An active customer at an address of their own, unless the facts say otherwise; flushed by the caller. */
export const makePerson = (em: EntityManager, facts: Partial<RequiredEntityData<User>> = {}): User =>
  em.create(User, {
    email: `${newId()}@example.org`,
    passwordHash: 'x',
    firstName: 'Camille',
    lastName: 'Morel',
    status: 'ACTIVE',
    ...facts,
  });

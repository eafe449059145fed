import type { Locale } from '../../../src/services/kernel/locale.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeActor } from '../../support/make/actor.ts';

interface Facts {
  readonly role?: UserRole;
  readonly locale?: Locale;
  readonly status?: 'ACTIVE' | 'SUSPENDED';
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
}

/** Adds somebody, active unless said. */
export async function addPerson({ em }: Tx<'em'>, facts: Facts): Promise<{ id: string; email: string }> {
  const person = makePerson(em, facts);
  await em.flush();
  return { id: person.id, email: person.email };
}

/** Somebody asking, as the server would see them. */
export const asking = (userId: string, role: UserRole = 'CUSTOMER', locale: Locale = 'fr'): Actor =>
  makeActor(userId, { role, locale, address: '192.0.2.7', agent: 'test' });

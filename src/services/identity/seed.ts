import { randomInt } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { User } from '../../entities/identity/user.entity.ts';
import { normalEmail } from './account/email-address.ts';
import type { UserRole } from '../kernel/roles.ts';
import type { AppContext, Operation, UseCase } from '../platform/context.ts';
import type { SeedOptions } from '../platform/module.ts';

/** Somebody who was just made, with the only copy of their password: shown once, kept nowhere. */
export interface FirstPerson {
  readonly email: string;
  readonly role: UserRole;
  readonly password: string;
}

export interface Profile {
  readonly email: string;
  readonly role: UserRole;
  readonly firstName: string;
  readonly lastName: string;
}

/** Addresses of a domain that can never receive mail (RFC 2606). */
const examples: readonly Profile[] = [
  { email: 'cliente@example.org', role: 'CUSTOMER', firstName: 'Camille', lastName: 'Morel' },
  { email: 'correctrice@example.org', role: 'PROOFREADER', firstName: 'Louise', lastName: 'Bernard' },
  { email: 'artisan@example.org', role: 'ARTISAN', firstName: 'Antoine', lastName: 'Petit' },
];

/** The customer of the seeds, for tests of a front-end; made only when asked for. */
const testCustomer: Profile = {
  email: 'usertest@test.com',
  role: 'CUSTOMER',
  firstName: 'Test',
  lastName: 'Client',
};

type Needed = 'run' | 'passwords' | 'config' | 'db';

/** Makes the first admin (`ADMIN_EMAIL`) when there is no admin yet. Returns whom it made: nobody the second time. */
export const seedFirstAdmin: Operation<Needed, void, FirstPerson[]> = async (ctx) => {
  const admin = await ctx.db.selectFrom('user').select('id').where('role', '=', 'ADMIN').limit(1).executeTakeFirst();
  if (admin !== undefined) return [];
  return makePeople(ctx, [
    { email: normalEmail(ctx.config.ADMIN_EMAIL), role: 'ADMIN', firstName: 'Première', lastName: 'Admin' },
  ]);
};

/** The first admin and the people that are wanted; returns what the operator is shown, once. */
export async function seedPeople(
  ctx: Pick<AppContext, Needed>,
  { hasExamples, hasTestCustomer }: SeedOptions,
): Promise<string[]> {
  const others = [...(hasExamples ? examples : []), ...(hasTestCustomer ? [testCustomer] : [])];
  const people = [...(await seedFirstAdmin(ctx)), ...(await makePeople(ctx, others))];
  if (people.length === 0) return [];
  return [
    'New accounts; their passwords are shown this once:',
    ...people.map(({ role, email, password }) => `  ${role.padEnd(12)} ${email.padEnd(28)} ${password}`),
  ];
}

/** One person of each other role to try the application with. Returns whom it made. */
export const seedExamplePeople: Operation<Needed, void, FirstPerson[]> = (ctx) => makePeople(ctx, examples);

const makePeople: Operation<Needed, readonly Profile[], FirstPerson[]> = async ({ run, passwords, db }, profiles) => {
  const made: FirstPerson[] = [];
  for (const profile of profiles) {
    const known = await db.selectFrom('user').select('id').where('email', '=', profile.email).executeTakeFirst();
    if (known !== undefined) continue;
    const password = generatedPassword();
    const passwordHash = await passwords.hash(password);
    try {
      await run(enterActivePerson, { ...profile, passwordHash });
      made.push({ email: profile.email, role: profile.role, password });
    } catch (error) {
      // Two processes starting together: the other one made them, and shows the password.
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
    }
  }
  return made;
};

/** Somebody who can sign in at once. */
export const enterActivePerson: UseCase<'em' | 'now' | 'record', Profile & { passwordHash: string }, void> = async (
  { em, now, record },
  profile,
) => {
  const user = em.create(User, { ...profile, status: 'ACTIVE', activatedAt: now });
  record({
    action: 'USER_CREATED',
    targetType: 'user',
    targetId: user.id,
    severity: profile.role === 'ADMIN' ? 'HIGH' : 'LOW',
    payload: { role: profile.role },
  });
};

/** Without signs that are mistaken for one another, and without vowels: no name and no brand is written by chance. */
const letters = 'bcdfghjkmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ23456789';

/** Four groups of five: 111 bits, with lower case, upper case and digits. */
export function generatedPassword(): string {
  for (;;) {
    const groups = Array.from({ length: 4 }, () =>
      Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(''),
    );
    const password = groups.join('-');
    if (/[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password)) return password;
  }
}

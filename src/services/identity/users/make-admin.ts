import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { fieldError } from '../../kernel/errors.ts';
import type { Operation } from '../../platform/context.ts';
import { normalEmail } from '../account/email-address.ts';
import { enterActivePerson, generatedPassword, type FirstPerson } from '../seed.ts';

export interface NewAdmin {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** An operator makes an admin who can sign in at once. `INPUT_INVALID` for an address that has an account. */
export const makeAdmin: Operation<'run' | 'passwords', NewAdmin, FirstPerson> = async (
  { run, passwords },
  { email: given, firstName, lastName },
) => {
  const [email, password] = [normalEmail(given), generatedPassword()];
  const passwordHash = await passwords.hash(password);
  try {
    await run(enterActivePerson, { email, firstName, lastName, role: 'ADMIN', passwordHash });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw fieldError('email', 'unique');
  }
  return { email, role: 'ADMIN', password };
};

import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { ServiceAccount } from '../../../entities/identity/service-account.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { isSameName } from '../../kernel/text.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Operation, TransactionContext, UseCase } from '../../platform/context.ts';

export interface NewServiceAccount extends Keyed {
  readonly name: string;
  readonly description?: string | null;
}

const enterServiceAccount: UseCase<'em' | 'actor' | 'record', Omit<NewServiceAccount, 'key'>, ServiceAccount> = async (
  { em, actor, record },
  { name, description },
) => {
  await refuseTaken(em, name);
  const account = em.create(ServiceAccount, {
    name: name.trim(),
    description: description?.trim() || null,
    createdBy: actor.userId === null ? null : em.getReference(User, actor.userId),
  });
  record({ action: 'SERVICE_ACCOUNT_CREATED', targetType: 'service-account', targetId: account.id, severity: 'HIGH' });
  return account;
};

const enterOnce = keyed('createServiceAccount', enterServiceAccount, ({ em }, id) =>
  em.findOneOrFail(ServiceAccount, { id }),
);

/** Makes an account for a program. It can do nothing until it is given a token. A name that is taken is `INPUT_INVALID`. */
export const createServiceAccount: Operation<'run', NewServiceAccount, ServiceAccount> = async ({ run }, input) => {
  try {
    return await run(enterOnce, input);
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw fieldError('input.name', 'unique');
  }
};

/** Names that people take for the same one are, on every database: MySQL's unique index already says so. There are few accounts. */
async function refuseTaken(em: TransactionContext['em'], name: string): Promise<void> {
  const accounts = await em.find(ServiceAccount, {}, { fields: ['name'] });
  if (accounts.some((account) => isSameName(account.name, name.trim()))) throw fieldError('input.name', 'unique');
}

import { LockMode } from '@mikro-orm/core';
import { RetentionPolicy } from '../../entities/privacy/retention.entity.ts';
import { requirePermission, personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { RetentionClassName } from '../kernel/retention.ts';
import type { RetentionClass } from '../platform/retention.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { policyRowOf, type RetentionPolicyRow } from './queries/list-retention-policies.ts';

export interface UpdateRetentionPolicy {
  readonly recordClass: RetentionClassName;
  readonly days: number;
}

/** An admin keeps a class of records for longer or less long. `INPUT_INVALID` outside the bounds of the class. */
export const updateRetentionPolicy: Operation<
  'run' | 'actor' | 'retention',
  UpdateRetentionPolicy,
  RetentionPolicyRow
> = async ({ run, actor, retention }, { recordClass, days }) => {
  requirePermission(actor, 'retention:change');
  const retained = retention.find(({ name }) => name === recordClass);
  if (retained === undefined) throw new DomainError('NOT_FOUND');
  const { least, most } = retained.days;
  if (days < least || days > most)
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'days', problems: [`between ${least} and ${most}`] }] });
  return run(choose, { retained, days });
};

const choose: UseCase<
  'em' | 'actor' | 'now' | 'record',
  { readonly retained: RetentionClass; readonly days: number },
  RetentionPolicyRow
> = async ({ em, actor, now, record }, { retained, days }) => {
  const chosen = { days, changedAt: now, changedById: personOf(actor) };
  const known = await em.findOne(
    RetentionPolicy,
    { recordClass: retained.name },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const before = known?.days ?? retained.days.usual;
  if (known === null) em.create(RetentionPolicy, { recordClass: retained.name, ...chosen });
  else Object.assign(known, chosen);
  record({ action: 'RETENTION_POLICY_CHANGED', payload: { recordClass: retained.name, before, after: days } });
  return policyRowOf(retained, chosen);
};

import type { Actor } from '../../services/access/actor.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import type { Metrics } from '../../services/platform/metrics.ts';
import type { RateLimits, RateRule } from '../../services/platform/rate-limits.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import type { Admitted } from './limits/document-validator.ts';
import type { GraphQLParts } from './parts.ts';
import type { AskedText } from './registered/persisted-query.ts';

/**
 * Counts an operation against its caller's limits: once per root field, so that ten by alias are ten attempts.
 * A refused document counts as one.
 */
export function takeOperation(limits: RateLimits, actor: Actor, admitted: Admitted | undefined): Promise<void> | void {
  const pending: Promise<void>[] = [];
  for (const [rule, key, points] of takingsOf(actor, measured(admitted))) {
    const taken = limits.take(rule, key, points);
    if (taken !== undefined) pending.push(taken);
  }
  if (pending.length > 0) return Promise.all(pending).then(() => undefined);
}

type Taking = readonly [rule: RateRule, key: string, points: number];

const measured = (admitted: Admitted | undefined) =>
  admitted
    ? {
        points: admitted.rootFields.length,
        cost: admitted.cost,
        isMutation: admitted.operation.operation === 'mutation',
      }
    : { points: 1, cost: 1, isMutation: false };

function takingsOf(
  { userId, service, role, address }: Actor,
  { points, cost, isMutation }: ReturnType<typeof measured>,
): readonly Taking[] {
  if (service !== undefined)
    return [
      ['graphql/service', service.accountId, points],
      ['graphql-cost/service', service.accountId, cost],
    ];
  if (userId === null) return [['graphql/address', subscriberOf(address), points]];
  const ofPerson: Taking[] = [
    ['graphql/person', userId, points],
    ['graphql-cost/person', userId, cost],
  ];
  return role === 'ADMIN' && isMutation ? [...ofPerson, ['admin-mutation/person', userId, points]] : ofPerson;
}

/**
 * The text of the operation that is asked for. A refusal counts as one operation; where only registered operations are
 * run, a token that was refused is the reason: its owner may be an admin.
 */
export async function takeText(
  { operations, limits }: Pick<GraphQLParts, 'operations' | 'limits'>,
  asked: AskedText,
  { actor, refusedToken }: { readonly actor: Actor; readonly refusedToken?: DomainError | undefined },
): Promise<string> {
  try {
    return operations.textFor(asked, actor);
  } catch (error) {
    await takeOperation(limits, actor, undefined);
    const isRestricted = error instanceof DomainError && error.code === 'OPERATION_NOT_REGISTERED';
    throw isRestricted ? (refusedToken ?? error) : error;
  }
}

/** The label is a root field's name, so that the schema bounds how many there are. */
export const countOperation = (metrics: Metrics, { rootFields }: Admitted, outcome: 'ok' | 'error'): void =>
  metrics.operations.inc({ operation: rootFields[0] ?? '', outcome });

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
  const taken = takingsOf(actor, admitted).map(([rule, key, points]) => limits.take(rule, key, points));
  if (taken.some((one) => one !== undefined)) return Promise.all(taken).then(() => undefined);
}

type Taking = readonly [rule: RateRule, key: string, points: number];

function takingsOf({ userId, service, role, address }: Actor, admitted: Admitted | undefined): readonly Taking[] {
  const points = admitted?.rootFields.length ?? 1;
  const cost = admitted?.cost ?? 1;
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
  const isMutation = admitted?.operation.operation === 'mutation';
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

import { ThresholdLimit, type ThresholdKind } from '../../../entities/insights/threshold-limit.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';

export interface AddThresholdLimit extends Keyed {
  readonly kind: ThresholdKind;
  readonly amount: Money;
  readonly validFrom: string;
  readonly validTo?: string | null | undefined;
  readonly activityFrom?: string | null | undefined;
  readonly source: string;
}

type Needed = Tx<'em' | 'record'>;

/** A legal limit of a year’s revenue, with where it was read. Two of one kind and currency never hold on the same day. Errors: INPUT_INVALID. */
export const addThresholdLimit = keyed<'em' | 'record' | 'actor' | 'now', AddThresholdLimit, ThresholdLimit>(
  'addThresholdLimit',
  enterLimit,
  ({ em }, id) => em.findOneOrFail(ThresholdLimit, { id }),
);

async function enterLimit({ em, record }: Needed, input: Omit<AddThresholdLimit, 'key'>): Promise<ThresholdLimit> {
  const { kind, amount, validFrom, source } = input;
  const [validTo, activityFrom] = [input.validTo ?? null, input.activityFrom ?? null];
  if (validTo !== null && validTo < validFrom) throw fieldError('input.validTo', 'order');
  const others = await em.find(ThresholdLimit, { kind, currency: amount.currency });
  const isMet = others.some((other) => overlaps(other, { validFrom, validTo }));
  if (isMet) throw fieldError('input.validFrom', 'overlap');
  const limit = em.create(ThresholdLimit, {
    ...{ kind, validFrom, validTo, activityFrom, source },
    amountCents: amount.amount,
    currency: amount.currency,
  });
  record({
    action: 'THRESHOLD_LIMIT_ADDED',
    targetType: 'threshold',
    targetId: limit.id,
    payload: { kind, amount: amount.amount, currency: amount.currency, validFrom, validTo },
  });
  return limit;
}

type Validity = Pick<ThresholdLimit, 'validFrom' | 'validTo'>;

const overlaps = (one: Validity, other: Validity): boolean =>
  (one.validTo === null || one.validTo >= other.validFrom) &&
  (other.validTo === null || other.validTo >= one.validFrom);

export interface EndThresholdLimit {
  readonly id: string;
  readonly validTo: string;
}

/** Says until when a limit holds; what it said before stays. Errors: NOT_FOUND, INPUT_INVALID. */
export async function endThresholdLimit({ em, record }: Needed, input: EndThresholdLimit): Promise<ThresholdLimit> {
  const limit = isId(input.id) ? await em.findOne(ThresholdLimit, { id: input.id }) : null;
  if (limit === null) throw new DomainError('NOT_FOUND');
  if (input.validTo < limit.validFrom) throw fieldError('input.validTo', 'order');
  const others = await em.find(ThresholdLimit, { kind: limit.kind, currency: limit.currency, id: { $ne: limit.id } });
  if (others.some((other) => overlaps(other, { validFrom: limit.validFrom, validTo: input.validTo })))
    throw fieldError('input.validTo', 'overlap');
  limit.validTo = input.validTo;
  record({
    action: 'THRESHOLD_LIMIT_ENDED',
    targetType: 'threshold',
    targetId: limit.id,
    payload: { kind: limit.kind, validTo: input.validTo },
  });
  return limit;
}

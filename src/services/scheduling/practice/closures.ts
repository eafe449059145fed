import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Closure } from '../../../entities/scheduling/opening.entity.ts';
import { DomainError, fieldError, refuseFields, type FieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { noteArtisan } from './change-artisan.ts';
import { lockArtisan } from './lock-artisan.ts';

/** Whole local dates, the last one with it, or instants. */
export interface ClosureFields {
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly fromAt: Date | null;
  readonly untilAt: Date | null;
  readonly reason: string | null;
  readonly isYearly: boolean;
}

export interface CreateClosure extends ClosureFields, Keyed {
  readonly artisanId: string;
}

type ClosureTx = Tx<'em' | 'actor' | 'record' | 'publish'>;

const mostClosures = 500;

async function enterClosure(tx: ClosureTx, { artisanId, ...fields }: Omit<CreateClosure, 'key'>): Promise<Closure> {
  const artisan = await lockArtisan(tx, artisanId, 'opening:manage');
  const faults = faultsOf(fields);
  if (faults.length > 0) throw refuseFields(faults);
  if ((await tx.em.count(Closure, { artisan })) >= mostClosures) throw fieldError('input', 'tooMany');
  const closure = tx.em.create(Closure, { ...fields, artisan });
  noteArtisan(tx, artisan, { kind: 'CLOSURE', closureId: closure.id });
  return closure;
}

/** By dates or by instants, not by both; the end after the start; only dates come back every year. */
function faultsOf({ fromOn, untilOn, fromAt, untilAt, isYearly }: ClosureFields): FieldError[] {
  const fault = (field: string, rule: string): FieldError => ({ path: `input.${field}`, rules: [rule] });
  const hasDates = fromOn !== null || untilOn !== null;
  if (hasDates === (fromAt !== null || untilAt !== null)) return [fault('fromOn', 'datesOrInstants')];
  return hasDates
    ? faultsOfEnds({ fromOn, untilOn }, (from, until) => until >= from)
    : [
        ...faultsOfEnds({ fromAt, untilAt }, (from, until) => until > from),
        ...(isYearly ? [fault('isYearly', 'ofDates')] : []),
      ];
}

function faultsOfEnds<T>(
  ends: Readonly<Record<string, T | null>>,
  isSound: (from: T, until: T) => boolean,
): FieldError[] {
  const [[first, from], [last, until]] = Object.entries(ends) as [[string, T | null], [string, T | null]];
  if (from === null) return [{ path: `input.${first}`, rules: ['required'] }];
  if (until === null) return [{ path: `input.${last}`, rules: ['required'] }];
  return isSound(from, until) ? [] : [{ path: `input.${last}`, rules: ['afterStart'] }];
}

/**
 * Closes an agenda for a time; its bookings stay. Errors: NOT_FOUND, INPUT_INVALID on each field that is wrong, and for more than 500
 * closures.
 */
export const createClosure = keyed<'em' | 'actor' | 'record' | 'publish', CreateClosure, Closure>(
  'createClosure',
  enterClosure,
  ({ em }, id) => em.findOneOrFail(Closure, { id }),
);

/** Opens again what a closure closed. Error: NOT_FOUND. */
export async function deleteClosure(tx: ClosureTx, { id }: { readonly id: string }): Promise<Artisan> {
  const closure = isId(id) ? await tx.em.findOne(Closure, { id }) : null;
  if (closure === null) throw new DomainError('NOT_FOUND');
  const artisan = await lockArtisan(tx, closure.artisan.id, 'opening:manage');
  tx.em.remove(closure);
  noteArtisan(tx, artisan, { kind: 'CLOSURE_DELETED', closureId: id });
  return artisan;
}

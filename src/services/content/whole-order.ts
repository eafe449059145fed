import { DomainError, fieldError } from '../kernel/errors.ts';

/** Refuses with `CONFLICT` an order that names something twice, leaves something out, or names what is not there. */
export function requireWhole(known: readonly string[], ids: readonly string[]): void {
  const wanted = new Set(ids);
  if (wanted.size === ids.length && ids.length === known.length && known.every((id) => wanted.has(id))) return;
  const { details } = fieldError('input.ids', 'wholeList');
  throw new DomainError('CONFLICT', { ...details, expected: known.length });
}

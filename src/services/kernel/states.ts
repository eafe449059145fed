import { DomainError } from './errors.ts';

/** A state machine as data: for each state, the verbs it allows and where they lead. */
export type StateTable<State extends string, Verb extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Verb, State>>>>
>;

/** The verbs that are allowed in a thing's present state. */
export const availableActions = <S extends string, V extends string>(table: StateTable<S, V>, state: S): V[] =>
  Object.keys(table[state]) as V[];

export const allows = <S extends string, V extends string>(table: StateTable<S, V>, state: S, verb: V): boolean =>
  table[state][verb] !== undefined;

/**
 * Changes the state of a thing by a verb, and refuses a verb that its state does not allow. The only writer of a state.
 */
export function transition<S extends string, V extends string>(
  table: StateTable<S, V>,
  thing: { status: S },
  verb: V,
): void {
  const next = table[thing.status][verb];
  if (next === undefined) throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: thing.status });
  thing.status = next;
}

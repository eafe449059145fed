import type { Actor } from '../access/actor.ts';
import type { AppContext, Tx } from './context.ts';

/** The transaction of a job that acts for somebody: their rights count, and the audit log names them. */
export const actingAs = <T extends Tx<'actor' | 'record'>>(tx: T, actor: Actor): T => ({
  ...tx,
  actor,
  record: (entry) => tx.record({ ...entry, actor }),
});

/** The same for an operation, which opens its transactions itself. */
export const operatingAs = <C extends Pick<AppContext, 'run' | 'actor'>>(ctx: C, actor: Actor): C => ({
  ...ctx,
  actor,
  run: (useCase, input) =>
    ctx.run((tx: Tx<'actor' | 'record'>, given: typeof input) => useCase(actingAs(tx, actor) as never, given), input),
});

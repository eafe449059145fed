import { LockMode } from '@mikro-orm/core';
import { OrderRun, type BulkOrderAction, type OrderRunResult } from '../../../entities/orders/order-run.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { AppContext, TransactionContext, Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { bulkActions, type BulkFacts } from './bulk-actions.ts';

export interface RunOnOrders extends Keyed, BulkFacts {
  /** 1 to 100, each once. */
  readonly ids: readonly string[];
  readonly action: BulkOrderAction;
}

/** The order whose turn it is. */
interface Turn {
  readonly runId: string;
  readonly position: number;
  readonly asked: RunOnOrders;
  readonly providers: AppContext['payments'];
}

async function enterRun(
  tx: Tx<'em' | 'actor' | 'record'>,
  { ids, action, ...facts }: Omit<RunOnOrders, 'key'>,
): Promise<OrderRun> {
  requirePermission(tx.actor, 'order:bulk');
  for (const name of bulkActions[action].needs) if (!facts[name]) throw fieldError(`input.${name}`, 'isRequired');
  const run = tx.em.create(OrderRun, { requestedById: personOf(tx.actor), action, results: [] });
  await tx.em.flush();
  tx.record({ action: 'COMMAND_BULK_RUN', payload: { runId: run.id, action, orders: ids.length } });
  return run;
}

const beginRun = keyed<'em' | 'actor' | 'record', RunOnOrders, OrderRun>('runOnOrders', enterRun, ({ em }, id) =>
  em.findOneOrFail(OrderRun, { id }),
);

/**
 * Does one thing to many orders, in the order of the ids: each in a transaction of its own, which also keeps its result, so that a
 * run that was interrupted goes on where it stopped when it is asked for again with its key. What is refused does not stop the others.
 */
export async function runOnOrders(
  ctx: Pick<AppContext, 'run' | 'payments'>,
  asked: RunOnOrders,
): Promise<readonly OrderRunResult[]> {
  const { id: runId } = await ctx.run(beginRun, asked);
  for (const position of asked.ids.keys()) await takeTurn(ctx, { runId, position, asked, providers: ctx.payments });
  return ctx.run(resultsOf, { runId });
}

async function takeTurn(ctx: Pick<AppContext, 'run'>, turn: Turn): Promise<void> {
  try {
    await ctx.run(runOne, turn);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'INTERNAL') throw error;
    await ctx.run(noteRefusal, { ...turn, code: error.code });
  }
}

async function runOne(tx: TransactionContext, turn: Turn): Promise<void> {
  const run = await lockedTurn(tx, turn);
  if (run === null) return;
  const { ids, action, ...facts } = turn.asked;
  const orderId = ids[turn.position] as string;
  await bulkActions[action].run(tx, { ...facts, orderId }, turn.providers);
  run.results = [...run.results, { orderId, code: null }];
}

async function noteRefusal(tx: Tx<'em'>, { code, ...turn }: Turn & { readonly code: string }): Promise<void> {
  const run = await lockedTurn(tx, turn);
  if (run !== null) run.results = [...run.results, { orderId: turn.asked.ids[turn.position] as string, code }];
}

/** The run, while it is this order's turn; null when the same request did it before, or does it beside this one. */
async function lockedTurn({ em }: Tx<'em'>, { runId, position }: Turn): Promise<OrderRun | null> {
  const run = await em.findOneOrFail(OrderRun, { id: runId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return run.results.length === position ? run : null;
}

const resultsOf = async ({ em }: Tx<'em'>, { runId }: Pick<Turn, 'runId'>): Promise<readonly OrderRunResult[]> =>
  (await em.findOneOrFail(OrderRun, { id: runId })).results;

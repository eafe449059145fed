import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPayments, sandboxFolder } from '../adapters.ts';
import { subscriptions, tasks } from '../modules.ts';
import { system, type Actor } from '../services/access/actor.ts';
import { offline } from '../services/adapters/payments/port.ts';
import { touchContent } from '../services/platform/public-content.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { AppContext, Run, Tx } from '../services/platform/context.ts';
import type { Demo } from '../services/platform/demo.ts';
import { emptyDatabase } from './empty-database.ts';
import { pastClock, type Past } from './in-the-past.ts';
import { figuresOf, makeDemo } from './make-demo.ts';

type Present = (actor: Actor) => AppContext;

/** The demo of an installation; one that is no demo refuses everything. */
export function openDemo(present: Present): Demo {
  let underWay: Promise<void> | undefined;
  /** Two who ask at once get the same one. */
  async function start(run: Run): Promise<{ readonly done: Promise<void> }> {
    // While it is being made, there is not yet what it is judged by.
    const isAgain = underWay === undefined && (await requireInvented(present(system)));
    underWay ??= remake(present, isAgain ? run : undefined).finally(() => (underWay = undefined));
    return { done: underWay };
  }
  const figures = () => figuresOf(present(system));
  const reset: Demo['reset'] = async (run) => {
    const { done } = await start(run);
    await done;
    return figures();
  };
  return {
    isUnderWay: () => underWay !== undefined,
    reset,
    begin: async (run) => {
      const { done } = await start(run);
      done.catch((error: unknown) => present(system).log.error({ error }, 'the demo could not be made'));
      return figures();
    },
    fill: async (run) => ((await requireInvented(present(system))) ? null : reset(run)),
  };
}

const record = async (tx: Tx<'record'>): Promise<void> => tx.record({ action: 'DEMO_DATA_RESET' });

/** From nothing, with its numbers: what is deleted was shown to nobody real. */
async function remake(present: Present, asSomebody: Run | undefined): Promise<void> {
  const { config, run, now } = present(system);
  await asSomebody?.(record, undefined);
  await run(emptyDatabase, undefined);
  for (const folder of [sandboxFolder(config), marksOf(config)]) await rm(folder, { recursive: true, force: true });
  const clock = pastClock();
  const past: Past = { clock, present, payments: openPayments(config, clock), tasks, subscriptions };
  await makeDemo(past, now);
  await run(async (tx: Tx<'publish'>) => touchContent(tx), undefined);
}

const marksOf = ({ keysDir }: AppContext['config']): string => join(keysDir, 'invoice-marks');

/** Money that nobody gave: what is recorded by hand in a demo is invented too. */
const invented = ['SANDBOX', 'SANDBOX_PUSH', offline.provider];

/**
 * Refuses where anything could be real, since all of it is deleted: a person, an order or a payment that is not of the demo, or
 * numbers of invoices that another database gave with these keys. Answers whether there is a demo yet.
 */
async function requireInvented({ config, db }: Pick<AppContext, 'config' | 'db'>): Promise<boolean> {
  if (!config.DEMO_MODE) throw new DomainError('DEMO_REFUSED', { reason: 'NO_DEMO' });
  const firstOf = (table: 'user' | 'customer_order' | 'guest_order') =>
    db.selectFrom(table).select('id').where('is_demo', '=', false).limit(1).executeTakeFirst();
  const real =
    (await firstOf('user')) ??
    (await firstOf('customer_order')) ??
    (await firstOf('guest_order')) ??
    (await db.selectFrom('payment').select('id').where('provider', 'not in', invented).limit(1).executeTakeFirst());
  const order = await db.selectFrom('customer_order').select('id').limit(1).executeTakeFirst();
  if (real !== undefined || (order === undefined && existsSync(marksOf(config))))
    throw new DomainError('DEMO_REFUSED', { reason: 'REAL_DATA' });
  return order !== undefined;
}

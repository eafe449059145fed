/** Writes the audit log without a pause, actions and notes, and prints each entry that was acknowledged; until it is killed, or asked to stop. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createApp } from '../../../src/app.ts';
import { system } from '../../../src/services/access/actor.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import type { Tx } from '../../../src/services/platform/context.ts';

/** How many entries one action may leave in the audit log, and how many people act at once. */
const [entriesPerAction, hands] = [5, 6];

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const name = process.env['WRITER'] as string;
const app = await createApp(readConfig(), { database });
const ctx = app.contextFor({ actor: system, requestId: name });
let isOver = false;
let count = 0;
const next = (): string => `${name}-${(count += 1)}`;
const done = (ids: readonly string[]): void => void process.stdout.write(`${ids.map((id) => `+${id}\n`).join('')}`);

const perform = async ({ record }: Tx<'record'>, ids: readonly string[]): Promise<void> => {
  for (const targetId of ids) record({ action: 'JOB_RETRIED', targetId });
};

async function act(): Promise<void> {
  const ids = Array.from({ length: entriesPerAction }, next);
  await ctx.run(perform, ids);
  done(ids);
}

async function look(): Promise<void> {
  const id = next();
  await ctx.note({ action: 'JOB_CANCELLED', targetId: id });
  done([id]);
}

async function work(hand: number): Promise<void> {
  // A conflict that outlasts every attempt was answered as one: nothing was written.
  while (!isOver) {
    await (hand === 0 ? look() : act()).catch(() => undefined);
    // The embedded database answers at once: without a pause no signal would be heard and no word leave the process.
    await nextTurn();
  }
}

process.once('SIGTERM', () => void (isOver = true));
process.stdout.write('writes\n');
await Promise.all(Array.from({ length: hands }, (_, hand) => work(hand)));
await app.close();
process.exit(0);

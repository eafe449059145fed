import type { AppContext } from '../../platform/context.ts';
import { destroyCabinets } from './destroy-cabinets.ts';
import { runRetention } from './run-retention.ts';

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'certificateKeys' | 'log'>;

/** Every night, in each cabinet in use: the run until nothing is left to do; then the cabinets whose 30 days are over. */
export async function runEveryNight(ctx: Needed): Promise<void> {
  const { run, db, certificateKeys: signer } = ctx;
  const cabinets = await db.selectFrom('cabinet').select('id').where('status', '=', 'ACTIVE').orderBy('id').execute();
  for (const { id: cabinetId } of cabinets) while ((await run(runRetention, { cabinetId, signer })).length > 0);
  await destroyCabinets(ctx);
}

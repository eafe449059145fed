import { z } from 'zod';
import type { BlockedAddress } from '../../adapters/mail/port.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { addressHashOf } from './address-hash.ts';
import { suppress } from './suppress.ts';

/** Every night: what the provider stopped sending to, and no event reported. */
export const syncSuppressionsTask = defineTask('notifications.sync-suppressions', z.object({}), { priority: 300 });

/** A night that was missed is made up for. */
const lookBackMs = 3 * 24 * 3_600_000;

export const syncSuppressions: Operation<
  'run' | 'mail' | 'now' | 'derived' | 'log',
  PayloadOf<typeof syncSuppressionsTask>,
  void
> = async ({ run, mail, now, derived, log }: Pick<AppContext, 'run' | 'mail' | 'now' | 'derived' | 'log'>) => {
  const blocked = (await mail.blocklist?.list(new Date(now.getTime() - lookBackMs))) ?? [];
  let added = 0;
  for (const each of blocked)
    if (await run(add, { ...each, addressHash: addressHashOf(derived, each.address) })) added += 1;
  if (added > 0) log.info({ added }, 'addresses that the provider sends nothing to');
};

/** `false` when it is known, or was lifted since the provider listed it. */
const add = (
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { address, addressHash, reason, since }: BlockedAddress & { readonly addressHash: string },
): Promise<boolean> => suppress(tx, { addressHash, address, scope: 'EVERYTHING', reason, source: 'LIST', since });

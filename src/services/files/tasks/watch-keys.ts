import { z } from 'zod';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { keyUnavailable } from '../keys/events.ts';

/** Looks whether the services that keep master keys answer. */
export const watchKeysTask = defineTask('files.watch-keys', z.object({}));

/** Notifies the other modules of each master key whose service did not answer of late: nothing can be sealed under it. */
export async function watchKeys(
  { vault, run }: Pick<AppContext, 'vault' | 'run'>,
  _: PayloadOf<typeof watchKeysTask>,
): Promise<void> {
  for (const { id: keyId, provider, failure } of vault.ring().keys())
    if (failure !== undefined) await run(publishAway, { keyId, provider });
}

const publishAway = async ({ emit }: Tx<'emit'>, away: z.infer<(typeof keyUnavailable)['payload']>): Promise<void> =>
  emit(keyUnavailable, away);

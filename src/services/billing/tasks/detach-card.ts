import { capabilityOf } from '../../adapters/payments/port.ts';
import type { AppContext } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { detachCardTask } from './card-jobs.ts';

/** Makes the provider forget a card. Run again it changes nothing; a provider that is here no more cannot be asked. */
export async function detachCard(
  { payments }: Pick<AppContext, 'payments'>,
  { provider, providerMethodId }: PayloadOf<typeof detachCardTask>,
): Promise<void> {
  await capabilityOf(payments, provider, 'cards')?.detachCard(providerMethodId);
}

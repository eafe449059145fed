import { SmsDelivery } from '../../../entities/notifications/sms-delivery.entity.ts';
import { SmsFailure, type SmsPrice } from '../../adapters/sms/port.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { priceTextTask } from './price-text.task.ts';

/** What a text cost; nothing where the vendor does not say so, or refuses to. */
export const priceText: Operation<'db' | 'run' | 'sms', PayloadOf<typeof priceTextTask>, void> = async (
  { db, run, sms },
  { deliveryId: id },
) => {
  if (sms.priceOf === undefined) return;
  const row = await db.selectFrom('sms_delivery').select('provider_id').where('id', '=', id).executeTakeFirst();
  if (!row?.provider_id) return;
  const price = await sms.priceOf(row.provider_id).catch(noneWhenRefused);
  if (price !== null) await run(recordPrice, { id, price });
};

function noneWhenRefused(error: unknown): null {
  if (error instanceof SmsFailure && error.kind === 'permanent') return null;
  throw error;
}

async function recordPrice(
  { em }: Tx<'em'>,
  { id, price }: { readonly id: string; readonly price: SmsPrice },
): Promise<void> {
  const delivery = await em.findOne(SmsDelivery, { id });
  if (delivery !== null)
    Object.assign(delivery, { priceTenThousandths: price.tenThousandths, priceCurrency: price.currency });
}

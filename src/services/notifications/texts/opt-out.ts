import { SmsOptOut, type OptOutCause } from '../../../entities/notifications/sms-opt-out.entity.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { smsOptedOut } from './events.ts';
import type { TextNumber } from './text-number.ts';

type Which = Pick<TextNumber, 'numberHash'>;

export const isStopped = async ({ em }: Tx<'em'>, { numberHash }: Which): Promise<boolean> =>
  (await em.findOne(SmsOptOut, { numberHash })) !== null;

/** No text is sent to this number any more. A second time changes nothing. */
export async function stopTexts(
  { em, emit, record }: Tx<'em' | 'emit' | 'record'>,
  { numberHash, cause }: Which & { readonly cause: OptOutCause },
): Promise<void> {
  if ((await em.findOne(SmsOptOut, { numberHash })) !== null) return;
  const { id } = em.create(SmsOptOut, { id: newId(), numberHash, cause });
  emit(smsOptedOut, { optOutId: id, cause });
  record({ action: 'SMS_OPTED_OUT', targetId: id, payload: { cause } });
}

/** Texts are sent to this number again. */
export async function allowTexts({ em, record }: Tx<'em' | 'record'>, { numberHash }: Which): Promise<void> {
  const stopped = await em.findOne(SmsOptOut, { numberHash });
  if (stopped === null) return;
  em.remove(stopped);
  record({ action: 'SMS_OPTED_IN', targetId: stopped.id });
}

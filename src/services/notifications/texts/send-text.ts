import { SmsFailure } from '../../adapters/sms/port.ts';
import type { SmsStatus } from '../../../entities/notifications/sms-delivery.entity.ts';
import { gsmText, textLength } from '../../kernel/gsm7.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import { beginText, recordText, type TextRecord, type TextResult } from './text-attempts.ts';
import { statusPath } from './callback-paths.ts';
import { textNumber } from './text-number.ts';

/** One text message to one number. */
export interface Text extends Omit<TextRecord, 'segments' | 'numberHash' | 'numberEnd'> {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** A message that is still waiting after so long is not sent any more. */
  readonly validSeconds?: number;
}

type Sending = Pick<AppContext, 'run' | 'derived' | 'sms' | 'config' | 'log'>;

/**
 * Sends a text message, once for its key: every text of the application goes this way. Returns what became of it: OPTED_OUT for a
 * number that answered STOP, UNKNOWN for one that may have left and is not sent a second time, FAILED after three attempts. Throws the
 * vendor's `SmsFailure` while it may be tried again: the job that calls this does so.
 */
export async function sendText(ctx: Sending, { to, text, validSeconds, ...record }: Text): Promise<SmsStatus> {
  const { run, sms, config } = ctx;
  const written = gsmText(text);
  const facts = { ...record, ...textNumber(ctx.derived, to), segments: textLength(written).segments };
  const { delivery, isInDoubt } = await run(beginText, facts);
  if (delivery.status !== 'SENDING') return delivery.status;
  const { id, dedupeKey } = delivery;
  if (isInDoubt) return end(ctx, id, await resultOf(ctx, dedupeKey));
  crashPoint('sms-begun');
  const statusUrl = `${config.publicUrl}${statusPath}?delivery=${id}`;
  const result = await handOver(ctx, id, () => sms.send({ id: dedupeKey, to, text: written, validSeconds, statusUrl }));
  crashPoint('sms-handed-over');
  return end(ctx, id, result);
}

async function end({ run, sms }: Sending, id: string, result: TextResult): Promise<SmsStatus> {
  const { status } = await run(recordText, { id, result, isCharged: sms.priceOf !== undefined });
  if (status === 'WAITING' && 'failure' in result) throw result.failure;
  return status;
}

/** The outcome of an attempt that nobody recorded: a folder can be searched, a vendor cannot. */
const resultOf = async ({ sms }: Sending, key: string): Promise<TextResult> =>
  (await sms.holds?.(key)) === true
    ? { providerId: key }
    : { failure: new SmsFailure('ambiguous', 'The attempt never ended') };

async function handOver(
  { log }: Sending,
  deliveryId: string,
  send: () => Promise<{ readonly providerId: string }>,
): Promise<TextResult> {
  try {
    return await send();
  } catch (error) {
    const failure =
      error instanceof SmsFailure
        ? error
        : new SmsFailure('ambiguous', 'The SMS port threw something else than an SmsFailure', { cause: error });
    const { kind, status, code } = failure;
    log.warn({ deliveryId, kind, status, code, error: failure }, 'text not sent');
    return { failure };
  }
}

import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { SmsDelivery } from '../../../entities/notifications/sms-delivery.entity.ts';
import { SmsReply } from '../../../entities/notifications/sms-opt-out.entity.ts';
import {
  stoppedCode,
  type IncomingSms,
  type SmsCallback,
  type SmsProgress,
  type SmsReport,
} from '../../adapters/sms/port.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { allowTexts, stopTexts } from './opt-out.ts';
import { smsDeliveryStates, type SmsVerb } from './sms-delivery.states.ts';
import { meaningOf } from './stop-words.ts';
import { textNumber } from './text-number.ts';

type Receiving = Pick<AppContext, 'run' | 'sms' | 'derived'>;

const signatureHeader = 'x-twilio-signature';

/**
 * What the vendor says became of a text. One that is not known, or was deleted, is let be. NOT_FOUND where no vendor calls back;
 * INPUT_INVALID for a signature that is not the vendor's.
 */
export async function receiveSmsStatus(ctx: Receiving, callback: SmsCallback): Promise<void> {
  const report = signed(callbacksOf(ctx).readReport(callback));
  const deliveryId = new URL(callback.url).searchParams.get('delivery') ?? '';
  if (isId(deliveryId)) await ctx.run(recordReport, { deliveryId, report });
}

/** What somebody answers to a text: STOP and START are obeyed, anything else is not kept. Refusals as above. */
export async function receiveSmsReply(ctx: Receiving, callback: SmsCallback): Promise<void> {
  const reply = signed(callbacksOf(ctx).readReply(callback));
  const meaning = meaningOf(reply.text);
  if (meaning === null) return;
  const { numberHash } = textNumber(ctx.derived, reply.from);
  try {
    await ctx.run(obeyReply, { providerId: reply.providerId, isStop: meaning === 'STOP', numberHash });
  } catch (error) {
    // The same answer came at the same time: the other one is obeyed.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
}

function callbacksOf({ sms }: Receiving) {
  if (sms.callbacks === undefined) throw new DomainError('NOT_FOUND');
  return sms.callbacks;
}

function signed<T extends SmsReport | IncomingSms>(read: T | null): T {
  if (read === null) throw fieldError(signatureHeader, 'signature');
  return read;
}

const verbs: Readonly<Record<SmsProgress, SmsVerb>> = {
  ACCEPTED: 'accept',
  SENT: 'send',
  DELIVERED: 'deliver',
  UNDELIVERED: 'miss',
  FAILED: 'fail',
};

/** Of another message under the id of this one, nothing is believed. */
const isAbout = ({ providerId }: SmsDelivery, report: SmsReport): boolean =>
  providerId === null || providerId === report.providerId;

/** Moves a text forward, never back: callbacks come late, twice and out of order. */
async function recordReport(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { deliveryId, report }: { readonly deliveryId: string; readonly report: SmsReport },
): Promise<void> {
  const delivery = await tx.em.findOne(SmsDelivery, { id: deliveryId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (delivery === null || !isAbout(delivery, report)) return;
  const { errorCode, progress } = report;
  if (progress === null) return;
  const verb = verbs[progress];
  if (!allows(smsDeliveryStates, delivery.status, verb)) return;
  transition(smsDeliveryStates, delivery, errorCode === stoppedCode ? 'opt-out' : verb);
  Object.assign(delivery, { errorCode, providerId: report.providerId.slice(0, 64), sentAt: delivery.sentAt ?? tx.now });
  if (errorCode === stoppedCode) await stopTexts(tx, { numberHash: delivery.numberHash, cause: 'PROVIDER' });
}

/** The receipt is written first: an answer that comes twice, even much later, is obeyed once. */
async function obeyReply(
  tx: Tx<'em' | 'emit' | 'record'>,
  {
    providerId,
    isStop,
    numberHash,
  }: { readonly providerId: string; readonly isStop: boolean; readonly numberHash: string },
): Promise<void> {
  if ((await tx.em.findOne(SmsReply, { providerId })) !== null) return;
  tx.em.create(SmsReply, { id: newId(), providerId, isStop });
  await tx.em.flush();
  await (isStop ? stopTexts(tx, { numberHash, cause: 'STOP' }) : allowTexts(tx, { numberHash }));
}

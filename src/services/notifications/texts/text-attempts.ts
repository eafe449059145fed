import { LockMode } from '@mikro-orm/core';
import { SmsDelivery } from '../../../entities/notifications/sms-delivery.entity.ts';
import { stoppedCode, type SmsFailure } from '../../adapters/sms/port.ts';
import { newId } from '../../kernel/ids.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Tx } from '../../platform/context.ts';
import { isStopped, stopTexts } from './opt-out.ts';
import { priceTextTask } from './price-text.task.ts';
import { smsDeliveryStates } from './sms-delivery.states.ts';
import type { TextNumber } from './text-number.ts';

/** What is kept of a text. */
export interface TextRecord extends TextNumber {
  readonly kind: string;
  readonly dedupeKey: string;
  readonly segments: number;
  readonly recipientId?: string | null | undefined;
  readonly about?: Subject | undefined;
  readonly payerId?: string | null | undefined;
}

/** A text whose row says what is to be done: SENDING is to be handed over, and `isInDoubt` when that was begun before. */
export interface BegunText {
  readonly delivery: SmsDelivery;
  readonly isInDoubt: boolean;
}

/** A text that is refused for passing reasons is tried this many times in all. */
const mostAttempts = 3;
/** The vendor knows the price of a text a while after it left. */
const priceAfterMs = 3_600_000;

/** Begins an attempt. From here on a crash leaves the text in doubt. A number that answered STOP gets none. */
export async function beginText(tx: Tx<'em' | 'now'>, text: TextRecord): Promise<BegunText> {
  const delivery = (await lockText(tx, { dedupeKey: text.dedupeKey })) ?? newText(tx, text);
  if (delivery.status === 'SENDING' && delivery.attempts > 0) return { delivery, isInDoubt: true };
  if (delivery.status === 'WAITING') transition(smsDeliveryStates, delivery, 'begin');
  if (delivery.status === 'SENDING') {
    if (await isStopped(tx, text)) transition(smsDeliveryStates, delivery, 'opt-out');
    else delivery.attempts += 1;
  }
  return { delivery, isInDoubt: false };
}

const newText = ({ em }: Tx<'em'>, { about, recipientId = null, payerId = null, ...text }: TextRecord): SmsDelivery =>
  em.create(SmsDelivery, {
    ...text,
    id: newId(),
    recipient: recipientId,
    payerId,
    subjectType: about?.type ?? null,
    subjectId: about?.id ?? null,
  });

export const lockText = (
  { em }: Tx<'em'>,
  which: { id: string } | { dedupeKey: string },
): Promise<SmsDelivery | null> => em.findOne(SmsDelivery, which, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** How an attempt ended. */
export type TextResult = { readonly providerId: string } | { readonly failure: SmsFailure };

interface AttemptEnd {
  readonly id: string;
  readonly result: TextResult;
  /** By a vendor that can be asked how much. */
  readonly isCharged: boolean;
}

type Recording = Tx<'em' | 'now' | 'enqueue' | 'emit' | 'record'>;

/** Records the outcome of an attempt. The vendor may have said meanwhile what became of the text: that stands. */
export async function recordText(tx: Recording, { id, result, isCharged }: AttemptEnd): Promise<SmsDelivery> {
  const delivery = await tx.em.findOneOrFail(SmsDelivery, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if ('failure' in result) await recordRefusal(tx, delivery, result.failure);
  else recordAccepted(tx, delivery, result.providerId);
  if ('providerId' in result && isCharged) askPrice(tx, id);
  return delivery;
}

function recordAccepted({ now }: Recording, delivery: SmsDelivery, providerId: string): void {
  if (allows(smsDeliveryStates, delivery.status, 'accept')) transition(smsDeliveryStates, delivery, 'accept');
  Object.assign(delivery, { providerId: providerId.slice(0, 64), sentAt: delivery.sentAt ?? now });
}

function askPrice({ now, enqueue }: Recording, deliveryId: string): void {
  const runAt = new Date(now.getTime() + priceAfterMs);
  enqueue(priceTextTask, { deliveryId }, { runAt, dedupeKey: `${priceTextTask.kind}:${deliveryId}` });
}

async function recordRefusal(tx: Recording, delivery: SmsDelivery, { kind, code }: SmsFailure): Promise<void> {
  if (delivery.status !== 'SENDING') return;
  delivery.errorCode = code ?? null;
  if (code === stoppedCode) {
    transition(smsDeliveryStates, delivery, 'opt-out');
    await stopTexts(tx, { numberHash: delivery.numberHash, cause: 'PROVIDER' });
  } else transition(smsDeliveryStates, delivery, verbAfter(kind, delivery.attempts));
}

function verbAfter(kind: SmsFailure['kind'], attempts: number): 'doubt' | 'postpone' | 'fail' {
  if (kind === 'ambiguous') return 'doubt';
  return kind === 'retryable' && attempts < mostAttempts ? 'postpone' : 'fail';
}

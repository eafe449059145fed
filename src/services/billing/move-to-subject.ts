import { User } from '../../entities/identity/user.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { isUser, type Payer } from '../kernel/payer.ts';
import type { Subject } from '../kernel/subject.ts';
import type { Tx } from '../platform/context.ts';
import { personColumnsOf } from './payer.ts';

/** What a payment was for has become something else, of another payer: both are what it says from now on. */
export function moveToSubject(
  { em, record }: Tx<'em' | 'record'>,
  payment: Payment,
  { subject, payer }: { readonly subject: Subject; readonly payer: Payer },
): void {
  const before = { type: payment.subjectType, id: payment.subjectId };
  payment.firstSubjectId ??= payment.subjectId;
  payment.subjectType = subject.type;
  payment.subjectId = subject.id;
  payment.payer = isUser(payer) ? em.getReference(User, payer.userId) : null;
  Object.assign(payment, personColumnsOf(payer));
  record({
    action: 'PAYMENT_HANDED_OVER',
    targetType: 'payment',
    targetId: payment.id,
    payload: { from: before, to: subject },
  });
}

import { LockMode } from '@mikro-orm/core';
import { ErasureReceipt, type ErasureReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import { proveMyself, type Proof, type Proving } from '../identity/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { queueMail } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { DataSubject, ErasureLine, ErasureSubject, Obstacle, PersonalData } from '../platform/personal-data.ts';
import type { Db, Needs, Operation, UseCase } from '../platform/scope.ts';
import { filesOf, tracesOf } from './belongings.ts';
import { erasureReceiptMail } from './emails/erasure-receipt.ts';
import { noteDone } from './submit-privacy-request.ts';
import { emptyTracesJob, forgetReceiptMailJob } from './tasks/jobs.ts';
import { goneWords, keptWords, obstacleWords } from './words.ts';

export interface EraseMyAccount extends Proof {
  readonly reason: ErasureReason;
}

/** What went, what stays, why and until when. */
export interface Receipt {
  readonly id: string;
  readonly erasedAt: Date;
  readonly reason: ErasureReason;
  readonly lines: readonly ErasureLine[];
}

type Needed = Proving | 'personalData';

/**
 * Erases the person who asks, once they have proven it is them by what they sign in with: keys of files first, then what they wrote and were told, their tokens and sessions; the
 * account becomes a pseudonym; accounts stay for the ten years of the law. Irrevocable. `ERASURE_BLOCKED` says what must
 * be settled before.
 */
export const eraseMyAccount: Operation<Needed, EraseMyAccount, Receipt> = async (house, { reason, ...proof }) => {
  await proveMyself(house, { ...proof, purpose: 'ERASURE' });
  return house.run(erasePerson, { userId: personOf(house.actor), reason, personalData: house.personalData });
};

interface Erasing {
  readonly userId: string;
  readonly reason: ErasureReason;
  readonly personalData: readonly PersonalData[];
}

type Scoped = 'em' | 'actor' | 'now' | 'config' | 'enqueue' | 'record' | 'announce' | 'emit';

export const erasePerson: UseCase<Scoped, Erasing, Receipt> = async (scope, { userId, reason, personalData }) => {
  const user = await scope.em.findOne(User, { id: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null || user.status === 'ERASED') throw new DomainError('NOT_FOUND');
  const { db } = writing(scope.em);
  const known: DataSubject = { userId, role: user.role, email: user.email, locale: user.locale };
  await demandNothingOpen(scope, db, { known, personalData });
  // Every domain is asked before anything is gone: what one erases, another needs to find its own.
  const subject: ErasureSubject = { ...known, fileIds: await filesOf(db, known, personalData), traces: await tracesOf(db, known, personalData) };
  const lines: ErasureLine[] = [];
  for (const domain of personalData) lines.push(...(await domain.erase(scope, subject)));
  const receipt = scope.em.create(ErasureReceipt, { userId, reason, lines: lines.map((line) => ({ ...line })) });
  scope.record({ action: 'ACCOUNT_ERASED', targetType: 'user', targetId: userId, severity: 'HIGH', payload: { receiptId: receipt.id, reason } });
  await mailReceipt(scope, { subject, receiptId: receipt.id, lines });
  noteDone(scope, { userId, kind: 'ERASURE' });
  scope.enqueue(emptyTracesJob, {});
  return { id: receipt.id, erasedAt: scope.now, reason, lines };
};

async function demandNothingOpen({ actor, now }: Needs<'actor' | 'now'>, db: Db, { known, personalData }: { known: DataSubject; personalData: readonly PersonalData[] }): Promise<void> {
  const found: Obstacle[] = [];
  for (const { obstacles } of personalData) if (obstacles !== undefined) found.push(...(await obstacles(db, { ...known, now })));
  if (found.length === 0) return;
  throw new DomainError('ERASURE_BLOCKED', { obstacles: found.map(({ code, ids }) => ({ code, ids, toDo: obstacleWords[actor.locale][code] })) });
}

/** The receipt goes to the address that is being forgotten; the mail is forgotten too, once it has left. */
async function mailReceipt(
  scope: Needs<'em' | 'now' | 'config' | 'enqueue'>, { subject, receiptId, lines }: { subject: DataSubject; receiptId: string; lines: readonly ErasureLine[] },
): Promise<void> {
  const { email, locale } = subject;
  const deliveryId = await queueMail(scope, {
    template: erasureReceiptMail, recipient: { email, name: '' }, locale, dedupeKey: `erasure-receipt:${receiptId}`,
    data: {
      receiptId, erasedAt: scope.now.toISOString(), gone: goneWords(lines, locale), kept: keptWords(lines, { locale, timeZone: scope.config.TIME_ZONE }) || '—',
      rightsUrl: `${scope.config.frontUrl}/pages/rgpd`,
    },
  });
  if (deliveryId !== undefined) scope.enqueue(forgetReceiptMailJob, { deliveryId }, { runAt: new Date(scope.now.getTime() + 5 * 60_000) });
}

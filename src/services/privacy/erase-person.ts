import {
  ErasureReceipt,
  type ErasureDecider,
  type ErasureReason,
} from '../../entities/privacy/erasure-receipt.entity.ts';
import { lockForErasure } from '../identity/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { queueMail } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type {
  DataSubject,
  ErasureLine,
  ErasureScope,
  ErasureSubject,
  Obstacle,
  PersonalData,
} from '../platform/personal-data.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { markOfAddress } from './address-mark.ts';
import { filesOf, tracesOf } from './person-files.ts';
import { erasureReceiptMail } from './emails/erasure-receipt.ts';
import { recordCompleted } from './submit-privacy-request.ts';
import { emptyTracesTask, forgetReceiptMailTask } from './tasks/definitions.ts';
import { erasedText, keptText, reasonTexts } from './erasure-texts.ts';

/** What went, what stays, why and until when. */
export interface Receipt {
  readonly id: string;
  readonly erasedAt: Date;
  readonly decidedBy: ErasureDecider;
  readonly reason: ErasureReason;
  readonly lines: readonly ErasureLine[];
}

/** What an erasure would do, and what stands in its way now. */
export interface ErasurePreview {
  readonly userId: string;
  readonly lines: readonly ErasureLine[];
  readonly obstacles: readonly ReportedObstacle[];
}

export interface ReportedObstacle extends Pick<Obstacle, 'code' | 'ids'> {
  /** In the language of the current user. */
  readonly toDo: string;
}

export interface Erasing {
  readonly userId: string;
  /** Given for somebody without an account, whose id nothing else has. */
  readonly address?: DataSubject | undefined;
  readonly decidedBy: ErasureDecider;
  readonly reason: ErasureReason;
  readonly personalData: readonly PersonalData[];
}

export type ErasureNeeds = 'em' | 'actor' | 'now' | 'config' | 'enqueue' | 'record' | 'publish' | 'emit';

/**
 * Erases somebody, whoever decided it: keys of files first, then what they wrote and received, their tokens and
 * sessions; the account goes for good when nothing that stays names it, and becomes a pseudonym otherwise. One
 * transaction, irrevocable. `ERASURE_BLOCKED` lists what must be done before.
 */
export const erasePerson: UseCase<ErasureNeeds, Erasing, Receipt> = async (tx, erasing) => {
  const { userId, decidedBy, reason } = erasing;
  const known = erasing.address ?? (await subjectOf(tx, erasing));
  const obstacles = await obstaclesTo(tx, { known, ...erasing });
  if (obstacles.length > 0) throw new DomainError('ERASURE_BLOCKED', { obstacles });
  const lines = await eraseAll(tx, { known, isAsked: decidedBy === 'PERSON', ...erasing });
  const receipt = tx.em.create(ErasureReceipt, {
    userId,
    addressMark: known.isAddressUnproven === true ? null : markOfAddress(tx.config, known.email),
    decidedBy,
    reason,
    lines: lines.map((line) => ({ ...line })),
  });
  const action = decidedBy === 'PERSON' ? 'ACCOUNT_ERASED' : 'USER_DELETED';
  tx.record({
    action,
    targetType: 'user',
    targetId: userId,
    severity: 'HIGH',
    payload: { receiptId: receipt.id, decidedBy, reason },
  });
  await mailReceipt(tx, {
    known,
    receipt: { id: receipt.id, decidedBy, reason, lines },
    personalData: erasing.personalData,
  });
  tx.enqueue(emptyTracesTask, {});
  return { id: receipt.id, erasedAt: tx.now, decidedBy, reason, lines };
};

/** The same without its end: what it would do even while something stands in its way. For dry runs only. */
export const previewErasure: UseCase<ErasureNeeds, Erasing, ErasurePreview> = async (tx, erasing) => {
  const known = await subjectOf(tx, erasing);
  const obstacles = await obstaclesTo(tx, { known, ...erasing });
  // What is under a legal hold cannot even be erased in a dry run.
  const isHeld = obstacles.some(({ code }) => code === 'LEGAL_HOLD');
  return {
    userId: known.userId,
    obstacles,
    lines: isHeld ? [] : await eraseAll(tx, { known, isAsked: erasing.decidedBy === 'PERSON', ...erasing }),
  };
};

/** An account that nobody ever used: nobody has a receipt of it, and no mail goes to an address that was never proven. */
export async function forgetAccount(
  tx: ErasureScope & Tx<'config'>,
  { userId, personalData }: Pick<Erasing, 'userId' | 'personalData'>,
): Promise<void> {
  await eraseAll(tx, { known: await subjectOf(tx, { userId, decidedBy: 'ADMIN' }), isAsked: false, personalData });
}

/** Only who was activated, or asks by the mail of the address themself, has proven it. */
const subjectOf = async (
  tx: Tx<'em'>,
  { userId, decidedBy }: { readonly userId: string; readonly decidedBy: ErasureDecider },
): Promise<DataSubject> => {
  const { id, role, email, locale, status } = await lockForErasure(tx, userId);
  return { userId: id, role, email, locale, isAddressUnproven: status === 'PENDING' && decidedBy !== 'PERSON' };
};

type Known = Erasing & { readonly known: DataSubject };

async function obstaclesTo(
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  { known, decidedBy, personalData }: Known,
): Promise<ReportedObstacle[]> {
  const { db } = writing(em);
  const found: Obstacle[] = [];
  for (const { obstacles } of personalData)
    if (obstacles !== undefined) found.push(...(await obstacles(db, { ...known, now })));
  return found.map(({ code, ids, ownToDo, adminToDo }) => ({
    code,
    ids,
    toDo: (decidedBy === 'PERSON' ? ownToDo : adminToDo)[actor.locale],
  }));
}

interface Erased extends Pick<Erasing, 'personalData' | 'address'> {
  readonly known: DataSubject;
  readonly isAsked: boolean;
}

export async function eraseAll(
  tx: ErasureScope & Tx<'config'>,
  { known, address, isAsked, personalData }: Erased,
): Promise<ErasureLine[]> {
  // What a person asked for is a line of the register, which stays as proof; it is one of the things that name them.
  if (isAsked) {
    recordCompleted(tx, { userId: address === undefined ? known.userId : null, kind: 'ERASURE' });
    await tx.em.flush();
  }
  const { db } = writing(tx.em);
  // Every domain collects before anything is erased: what one erases, another needs to find its own rows.
  const subject: ErasureSubject = {
    ...known,
    fileIds: await filesOf(db, known, personalData),
    traces: await tracesOf(db, known, personalData),
  };
  const lines: ErasureLine[] = [];
  for (const domain of personalData) lines.push(...(await domain.erase(tx, subject, lines)));
  return lines.filter(({ count }) => count > 0);
}

/** The receipt goes to the address that is being forgotten; the mail is forgotten too, once it has left. */
async function mailReceipt(
  tx: Tx<'em' | 'now' | 'config' | 'enqueue'>,
  { known, receipt, personalData }: Pick<Erased, 'known' | 'personalData'> & { receipt: Omit<Receipt, 'erasedAt'> },
): Promise<void> {
  const { email, locale } = known;
  const { id, decidedBy, reason, lines } = receipt;
  const style = { personalData, locale, timeZone: tx.config.TIME_ZONE };
  const deliveryId = await queueMail(tx, {
    template: erasureReceiptMail,
    recipient: { email, name: '' },
    locale,
    dedupeKey: `erasure-receipt:${id}`,
    data: {
      receiptId: id,
      erasedAt: tx.now.toISOString(),
      gone: erasedText(lines, style),
      kept: keptText(lines, style) || '—',
      reason: decidedBy === 'PERSON' ? '' : reasonTexts[locale][reason],
      rightsUrl: `${tx.config.frontUrl}/pages/rgpd`,
    },
  });
  if (deliveryId !== undefined)
    tx.enqueue(forgetReceiptMailTask, { deliveryId }, { runAt: new Date(tx.now.getTime() + 5 * 60_000) });
}

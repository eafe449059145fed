import type { Document } from '../../../entities/archive/document.entity.ts';
import { RetentionChange } from '../../../entities/archive/retention-change.entity.ts';
import { idOf, requireRecentReauthentication } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { openDocument } from '../documents/open-document.ts';
import { askedRetention, lengthen } from './freeze-retention.ts';
import { awaitsItsEvent, endOfDay, laterEnd } from './kept-until.ts';
import { undoPending } from './undo-pending.ts';

export interface RetainDocument {
  readonly documentId: string;
  /** The last local day; null for what its type and dates ask for now. */
  readonly until?: string | null | undefined;
  /** Must be given to shorten. */
  readonly reason?: string | null | undefined;
}

/** How long a shorter time can be undone before it takes effect. */
const undoMs = 30 * 86_400_000;

type Retaining = 'em' | 'actor' | 'now' | 'record' | 'config';

/**
 * Keeps a document longer, at once; or shorter, by a manager with a fresh proof and a reason, 30 days from now unless somebody undoes it.
 * A later wish takes the place of an earlier one. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, STEP_UP_REQUIRED, INPUT_INVALID.
 */
export const retainDocument: UseCase<Retaining, RetainDocument, Document> = async (
  tx,
  { documentId, until, reason },
) => {
  const { document, cabinet } = await openDocument(tx, documentId, {
    ...{ permission: 'retention:classify', ignoresLock: true },
  });
  const wanted = until ? endOfDay(dayOf(until), tx.config.TIME_ZONE) : await askedRetention(tx, document);
  if (document.retainUntil?.getTime() === wanted?.getTime()) return document;
  const target = {
    ...({ targetType: 'document', targetId: document.id } as const),
    payload: { cabinetId: cabinet.id, from: endText(document.retainUntil), to: endText(wanted) },
  };
  if (laterEnd(document.retainUntil, wanted) !== document.retainUntil) {
    await undoPending(tx, { cabinetId: cabinet.id, ids: [document.id] });
    lengthen(document, wanted);
    tx.record({ action: 'RETENTION_LENGTHENED', ...target });
    return document;
  }
  const why = requireProven(tx, reason);
  await undoPending(tx, { cabinetId: cabinet.id, ids: [document.id] });
  const effectiveAt = new Date(tx.now.getTime() + undoMs);
  tx.em.create(RetentionChange, {
    document,
    retainUntil: wanted,
    effectiveAt,
    reason: why,
    requestedBy: idOf(tx.actor),
  });
  tx.record({ action: 'RETENTION_SHORTENING_REQUESTED', ...target });
  return document;
};

/** The shorter time that was asked for does not come. Errors: NOT_FOUND (also when it has taken effect), FORBIDDEN, CABINET_ARCHIVED. */
export const undoRetentionChange: UseCase<Retaining, { readonly documentId: string }, Document> = async (
  tx,
  { documentId },
) => {
  const { document, cabinet } = await openDocument(tx, documentId, {
    ...{ permission: 'retention:classify', ignoresLock: true },
  });
  if ((await undoPending(tx, { cabinetId: cabinet.id, ids: [document.id] })) === 0) throw new DomainError('NOT_FOUND');
  return document;
};

/** The reason of somebody who has just proved themselves. */
function requireProven(tx: Tx<'actor' | 'now'>, given: string | null | undefined): string {
  requireRecentReauthentication(tx.actor, tx.now);
  const reason = given?.trim() ?? '';
  if (reason === '') throw fieldError('input.reason', 'required');
  return reason;
}

function dayOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw fieldError('input.until', 'date');
  }
}

const endText = (until: Date | null): string | null =>
  until === null || awaitsItsEvent(until) ? null : until.toISOString();

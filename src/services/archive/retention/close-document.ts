import { DocumentType } from '../../../entities/archive/document-words.entity.ts';
import type { Document } from '../../../entities/archive/document.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { openDocument } from '../documents/open-document.ts';
import { freezeRetention } from './freeze-retention.ts';
import { awaitsItsEvent, keptUntil, laterEnd } from './kept-until.ts';

export interface CloseDocument {
  readonly documentId: string;
  /** The local day on which what its time counts from took place: today, or before. */
  readonly on: string;
}

/**
 * Says when what the time of keeping counts from took place: the end of a contract. Until then the document is kept without end. Said
 * again, it can only lengthen. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, ACTION_NOT_ALLOWED (its type counts from something else),
 * INPUT_INVALID.
 */
export const closeDocument: UseCase<'em' | 'actor' | 'now' | 'record' | 'config', CloseDocument, Document> = async (
  tx,
  { documentId, on },
) => {
  const { document, cabinet } = await openDocument(tx, documentId, {
    ...{ permission: 'retention:classify', ignoresLock: true },
  });
  const type = await eventType(tx, document);
  document.closedOn = pastDay(tx, on);
  if (awaitsItsEvent(document.retainUntil)) {
    const until = keptUntil(type, document, tx.config.TIME_ZONE);
    Object.assign(document, { retainUntil: laterEnd(document.retainAtLeast, until), retainAtLeast: null });
  } else await freezeRetention(tx, document);
  tx.record({
    action: 'DOCUMENT_CLOSED',
    ...{ targetType: 'document', targetId: document.id },
    payload: { cabinetId: cabinet.id, on: document.closedOn, until: document.retainUntil?.toISOString() ?? null },
  });
  return document;
};

async function eventType({ em }: Tx<'em'>, { type }: Document): Promise<DocumentType> {
  const found = type === null ? null : await em.findOne(DocumentType, { id: type.id });
  if (found === null || found.since !== 'EVENT' || found.keepMonths === null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'close' });
  return found;
}

function pastDay({ now, config }: Tx<'now' | 'config'>, on: string): string {
  const today = localDateOf(now, config.TIME_ZONE);
  try {
    const day = Temporal.PlainDate.from(on, { overflow: 'reject' }).toString();
    if (day.length === 10 && day <= today) return day;
  } catch {
    throw fieldError('input.on', 'date');
  }
  throw fieldError('input.on', 'past');
}

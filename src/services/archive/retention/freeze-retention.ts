import { DocumentType } from '../../../entities/archive/document-words.entity.ts';
import type { Document } from '../../../entities/archive/document.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { awaitsItsEvent, keptUntil, laterEnd } from './kept-until.ts';
import { undoPending } from './undo-pending.ts';

/**
 * Called whenever the type or a date of a document is set: its time of keeping is what that asks for, unless it is kept longer already.
 * A shorter one that waits for its 30 days does not come then: it was asked for before. To shorten is `retainDocument`'s, which asks for more. Changing a type changes no document.
 */
export async function freezeRetention(tx: Freezing, document: Document): Promise<void> {
  const { retainUntil: before } = document;
  if (!lengthen(document, await askedRetention(tx, document)) || before === null) return;
  await undoPending(tx, { cabinetId: document.cabinet.id, ids: [document.id] });
}

type Freezing = Tx<'em' | 'config' | 'actor' | 'now' | 'record'>;

/** Until when the present type and dates of a document ask to keep it; null for no time. */
export async function askedRetention({ em, config }: Tx<'em' | 'config'>, document: Document): Promise<Date | null> {
  if (document.type === null) return null;
  const type = await em.findOneOrFail(DocumentType, { id: document.type.id });
  return keptUntil(type, document, config.TIME_ZONE);
}

/** Keeps a document at least until then. Was it lengthened? */
export function lengthen(document: Document, until: Date | null): boolean {
  const { retainUntil } = document;
  if (until === null || laterEnd(retainUntil, until) === retainUntil) return false;
  if (awaitsItsEvent(until)) document.retainAtLeast = retainUntil;
  document.retainUntil = until;
  // Whoever was to decide about it has nothing to decide.
  document.dueAt = null;
  return true;
}

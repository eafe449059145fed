import type { Document } from '../../../entities/archive/document.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';

/** Is the document locked now, by whomever? */
export const isLocked = ({ lockedBy, lockedUntil }: Pick<Document, 'lockedBy' | 'lockedUntil'>, now: Date): boolean =>
  lockedBy !== null && lockedUntil !== null && lockedUntil > now;

/** Refuses whoever does not hold the lock of a locked document: DOCUMENT_LOCKED { by until }. */
export function requireUnlocked({ now }: Tx<'now'>, document: Document, actorId: string | null): void {
  if (!isLocked(document, now) || document.lockedBy === actorId) return;
  throw new DomainError('DOCUMENT_LOCKED', { by: document.lockedBy, until: document.lockedUntil?.toISOString() });
}

export const lockerOf = ({ actor }: Tx<'actor'>): string | null => idOf(actor);

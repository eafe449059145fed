import type { Document } from '../../../entities/archive/document.entity.ts';
import type { RetentionOutcome } from '../../kernel/keeping.ts';

export const mostOfEach = 100;

export interface RetentionItem {
  readonly documentId: string;
  readonly title: string;
  readonly outcome: RetentionOutcome;
  /** Until when it had to be kept; null for no time. */
  readonly retainUntil: Date | null;
}

export const itemOf = ({ id, title, retainUntil }: Document, outcome: RetentionOutcome): RetentionItem => ({
  documentId: id,
  title,
  outcome,
  retainUntil,
});

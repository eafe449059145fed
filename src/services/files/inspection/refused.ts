import { DomainError } from '../../kernel/errors.ts';

/** Why a file is not taken; `details.reason` of `FILE_TYPE_REFUSED`. */
export type RefusalReason =
  | 'extension'
  | 'declared-type'
  | 'empty'
  | 'content'
  | 'pixels'
  | 'archive'
  | 'archive-bomb'
  | 'archive-path'
  | 'nested-archive'
  | 'macros';

export const refused = (reason: RefusalReason, details: Record<string, unknown> = {}, cause?: unknown): DomainError =>
  new DomainError('FILE_TYPE_REFUSED', { reason, ...details }, cause === undefined ? undefined : { cause });

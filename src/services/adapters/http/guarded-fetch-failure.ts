/**
 * FORBIDDEN: the address is not one of the public network, or leads to one that is not. UNREACHABLE: nobody answered, or not in time.
 * UNREADABLE: too large, or broken.
 */
export type GuardedFetchFailureKind = 'FORBIDDEN' | 'UNREACHABLE' | 'UNREADABLE';

export class GuardedFetchFailure extends Error {
  override name = 'GuardedFetchFailure';
  readonly kind: GuardedFetchFailureKind;
  /** In capitals, never a value from outside. */
  readonly code: string;

  constructor(kind: GuardedFetchFailureKind, code: string, cause?: unknown) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.code = code;
  }
}

import type { DifferenceType, ReconciledKindName } from '../../../entities/billing/reconciliation.entity.ts';
import type { AppContext } from '../../platform/context.ts';

/** What kinds read and mend with. */
export type KindContext = Pick<AppContext, 'db' | 'run' | 'payments' | 'log' | 'now' | 'billables'>;

/** What was touched from the first instant to the second, both included. */
export interface Span {
  readonly since: Date;
  readonly until: Date;
}

export interface TouchedPage extends Span {
  /** The place of the last object of the page before; empty at the beginning. */
  readonly after: string;
  readonly limit: number;
}

/** Something to compare. Places are in the order of their text, at most 100 characters. */
export interface Touched {
  readonly place: string;
}

/** What differs: the provider's id, or ours when it has none there, and what each side says. */
export interface Difference {
  readonly type: DifferenceType;
  readonly provider: string;
  readonly about: string;
  readonly paymentId: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** One kind of object that our books and the provider's both have. Never called in a transaction. */
export interface ReconciledKind<T extends Touched = Touched> {
  readonly name: ReconciledKindName;
  /** What was touched in the time, in order, after a place. */
  readonly page: (ctx: KindContext, page: TouchedPage) => Promise<readonly T[]>;
  /** What differs now, the provider just read. */
  readonly compare: (ctx: KindContext, touched: T) => Promise<readonly Difference[]>;
  /** Reads again, by the way that an event takes; what cannot be mended so stays as it is. */
  readonly mend: (ctx: KindContext, touched: T, differences: readonly Difference[]) => Promise<void>;
}

/** A kind whose objects only it understands. */
export const defineKind = <T extends Touched>(kind: ReconciledKind<T>): ReconciledKind =>
  kind as unknown as ReconciledKind;

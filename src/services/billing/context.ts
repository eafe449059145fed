import type { Billables } from './billable.ts';
import type { Sellables } from './price-sync/sellable.ts';
import type { CurrentTerms } from './quotes/current-terms.ts';

/** The rules of every type of subject, from what each module brings. */
export const billablesOf = (modules: readonly Partial<Billables>[]): Billables =>
  Object.assign({}, ...modules) as Billables;

declare module '../platform/module.ts' {
  interface Module {
    /** The subjects that can be paid for: their rules, by type. */
    readonly billable?: Partial<Billables>;
    /** The terms of sale, as quotes record them: of one module. */
    readonly terms?: CurrentTerms;
    /** What has a price, for the lists of payment providers. */
    readonly sellables?: Sellables;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** What can be paid for, and whose rules decide. */
    readonly billables: Billables;
    /** The terms of sale as they stand. */
    readonly terms: CurrentTerms;
    /** What each module sells. */
    readonly sellables: readonly Sellables[];
  }
}

import type { Billables } from './billable.ts';
import type { Sellables } from './price-sync/sellable.ts';

/** The rules of every type of subject, from what each module brings. */
export const billablesOf = (modules: readonly Partial<Billables>[]): Billables =>
  Object.assign({}, ...modules) as Billables;

declare module '../platform/module.ts' {
  interface Module {
    /** The subjects that can be paid for: their rules, by type. */
    readonly billable?: Partial<Billables>;
    /** What has a price, for the lists of payment providers. */
    readonly sellables?: Sellables;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** What can be paid for, and whose rules decide. */
    readonly billables: Billables;
    /** What each module sells. */
    readonly sellables: readonly Sellables[];
  }
}

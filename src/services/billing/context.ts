import type { Billables } from './billable.ts';

/** The rules of every type of subject, from what each module brings. */
export const billablesOf = (modules: readonly Partial<Billables>[]): Billables =>
  Object.assign({}, ...modules) as Billables;

declare module '../platform/module.ts' {
  interface Module {
    /** The subjects that can be paid for: their rules, by type. */
    readonly billable?: Partial<Billables>;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** What can be paid for, and whose rules decide. */
    readonly billables: Billables;
  }
}

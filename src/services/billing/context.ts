import type { Billables } from './billable.ts';

/** The rules of every kind of thing that can be paid for, from what each module says of its own. */
export const billablesOf = (modules: readonly Partial<Billables>[]): Billables =>
  Object.assign({}, ...modules) as Billables;

declare module '../platform/module.ts' {
  interface Module {
    /** What can be paid for, and the rules of each kind of thing. */
    readonly billable?: Partial<Billables>;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** What can be paid for, and whose rules decide. */
    readonly billables: Billables;
  }
}

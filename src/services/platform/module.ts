import type { AppContext, Subscription } from './context.ts';
import type { PersonalData } from './personal-data.ts';
import type { RetentionClass } from './retention.ts';
import type { Schedule } from './schedules.ts';
import type { Task } from './task.ts';

/**
 * What a domain brings, in the one place that says it: `services/<domain>/module.ts`. `src/modules.ts` lists the modules.
 * A domain that takes something from others (e-mails, files, things to pay for) adds the member to this interface in
 * its own `context.ts`.
 */
export interface Module {
  /** The name of the folder. */
  readonly name: string;
  /** What is done after a commit. */
  readonly tasks?: readonly Task[];
  /** Which task follows which event. */
  readonly subscriptions?: readonly Subscription[];
  /** What is done at fixed times, in the time zone of the business. */
  readonly schedules?: readonly Schedule[];
  /** How the domain answers for what it holds about people. */
  readonly personalData?: PersonalData;
  /** The classes of records that are kept for a time; a function when one of them needs the personal data of all domains. */
  readonly retention?:
    readonly RetentionClass[] | ((personalData: readonly PersonalData[]) => readonly RetentionClass[]);
  /** Writes what an empty database needs; answers the lines that the operator is shown, once. */
  readonly seed?: (ctx: AppContext) => Promise<readonly string[] | void>;
}

export const defineModule = (module: Module): Module => module;

/** Every member of one kind, in the order of the modules. */
export const membersOf = <K extends keyof Module>(modules: readonly Module[], name: K): NonNullable<Module[K]>[] =>
  modules.map((module) => module[name]).filter((member) => member !== undefined) as NonNullable<Module[K]>[];

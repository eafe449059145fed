import type { AppContext, Subscription } from './context.ts';
import type { MeasureDefinition } from './measures.ts';
import type { MetricDefinition } from './metrics.ts';
import type { PersonalData } from './personal-data.ts';
import type { RetentionClass } from './retention.ts';
import type { Schedule } from './schedules.ts';
import type { Task } from './task.ts';

/** Which people an installation begins with, beside its first admin. */
export interface SeedOptions {
  /** One person of each other role, to try the application with. */
  readonly hasExamples: boolean;
  /** The customer that front-ends test with. */
  readonly hasTestCustomer: boolean;
}

/**
 * Everything that a domain contributes, declared in one place: `services/<domain>/module.ts`. `src/modules.ts` lists
 * the modules. A domain that needs something of others (e-mails, files, things to pay for) adds the member to this
 * interface in its own `context.ts`.
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
  /** Figures of the domain that Prometheus reads. */
  readonly metrics?: readonly MetricDefinition[];
  /** What the domain counts and times as it happens. */
  readonly measures?: readonly MeasureDefinition[];
  /** How the domain collects and erases the personal data it holds. */
  readonly personalData?: PersonalData;
  /** Its retention classes; a function when one of them needs the personal data of all domains. */
  readonly retention?:
    readonly RetentionClass[] | ((personalData: readonly PersonalData[]) => readonly RetentionClass[]);
  /** Inserts what an empty database needs; returns the lines to print to the operator, once. */
  readonly seed?: (ctx: AppContext, wanted: SeedOptions) => Promise<readonly string[] | void>;
}

export const defineModule = (module: Module): Module => module;

/** Every member of one kind, in the order of the modules. */
export const membersOf = <K extends keyof Module>(modules: readonly Module[], name: K): NonNullable<Module[K]>[] =>
  modules.map((module) => module[name]).filter((member) => member !== undefined) as NonNullable<Module[K]>[];

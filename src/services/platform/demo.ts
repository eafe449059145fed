import type { Locale } from '../kernel/locale.ts';
import type { AppContext, Operation, Run } from './context.ts';

/** What an installation shows that has no business of its own (`DEMO_MODE`). */
export interface DemoFigures {
  readonly people: number;
  readonly orders: number;
  /** Everybody in the demo is invented, and signs in with this. */
  readonly password: string;
}

/** Provided by the composition root: a demo is made of every domain. */
export interface Demo {
  /** It is being made at this moment, by this process. */
  isUnderWay(): boolean;
  /** Makes it where there is none yet; null where it stands. Error: DEMO_REFUSED. */
  fill(run: Run): Promise<DemoFigures | null>;
  /** Deletes everything but the audit log, and makes it again. Error: DEMO_REFUSED. */
  reset(run: Run): Promise<DemoFigures>;
  /** The same, answered once it has begun. */
  begin(run: Run): Promise<DemoFigures>;
}

/** An admin has the demo begin anew, which takes some seconds. Whoever had signed in does so again. Error: DEMO_REFUSED. */
export const resetDemoData: Operation<'demo' | 'run', void, DemoFigures> = ({ demo, run }) => demo.begin(run);

export interface DemoStatus {
  readonly notice: string;
  readonly isBeingMade: boolean;
}

const notices: Readonly<Record<Locale, string>> = {
  fr: 'Démonstration\u00a0: les personnes, les commandes et les paiements sont inventés, et peuvent être effacés à tout moment.',
  en: 'Demo: the people, the orders and the payments are invented, and may be deleted at any time.',
};

/** What every page of a demo says; null where the business is real. */
export const demoStatus = ({
  config,
  actor,
  demo,
}: Pick<AppContext, 'config' | 'actor' | 'demo'>): DemoStatus | null =>
  config.DEMO_MODE ? { notice: notices[actor.locale], isBeingMade: demo.isUnderWay() } : null;

import { daysBetween } from '../../kernel/working-days.ts';

export interface Step {
  readonly id: string;
  readonly position: number;
  /** After the due day. */
  readonly days: number;
  readonly isEnabled: boolean;
}

/** A reminder that was sent, on a local day. */
export interface SentReminder {
  readonly stepId: string;
  readonly sentOn: string;
}

export interface Lateness {
  readonly steps: readonly Step[];
  readonly sent: readonly SentReminder[];
  readonly dueOn: string;
  readonly today: string;
}

/**
 * The next reminder of an overdue invoice, whatever the day: the first enabled step after those that were sent. Undefined when
 * none is left.
 */
export function nextStep<S extends Step>({ steps, sent }: Lateness & { readonly steps: readonly S[] }): S | undefined {
  const last = lastSent({ steps, sent });
  return inOrder(steps).find(({ isEnabled, position }) => isEnabled && position > (last?.step.position ?? 0));
}

/**
 * The reminder that is due today, if any. They keep at least half the distance that their days have from one another, so that an invoice
 * that was paused for long, or a server that was off, does not send three of them in three days.
 */
export function stepDue<S extends Step>(late: Lateness & { readonly steps: readonly S[] }): S | undefined {
  const step = nextStep(late);
  if (step === undefined || daysBetween(late.dueOn, late.today) < step.days) return undefined;
  const last = lastSent(late);
  const isTooSoon =
    last !== undefined && daysBetween(last.sentOn, late.today) < Math.max(1, (step.days - last.step.days) / 2);
  return isTooSoon ? undefined : step;
}

const inOrder = <S extends Step>(steps: readonly S[]): S[] => steps.toSorted((a, b) => a.position - b.position);

function lastSent({ steps, sent }: Pick<Lateness, 'steps' | 'sent'>) {
  const known = sent.flatMap(({ stepId, sentOn }) =>
    steps.filter(({ id }) => id === stepId).map((step) => ({ step, sentOn })),
  );
  return known.toSorted((a, b) => a.step.position - b.step.position).at(-1);
}

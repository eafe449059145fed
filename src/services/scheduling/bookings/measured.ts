import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';

type Measuring = Pick<AppContext, 'measures'>;

/** Times what succeeds. */
export async function timed<T>({ measures }: Measuring, name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const made = await work();
  measures.time(name, (performance.now() - begun) / 1_000);
  return made;
}

/** Counts times that were refused, by their reason. */
export async function countingRefusals<T>({ measures }: Measuring, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'SLOT_UNAVAILABLE')
      measures.count('slot_refused_total', { reason: String(error.details['reason']) });
    throw error;
  }
}

import { UniqueConstraintViolationException } from '@mikro-orm/core';

/** Does something again that drew a value, a code or a number, which somebody else had drawn already: so often at most. */
export async function whileTaken<T>(draws: number, attempt: () => Promise<T>): Promise<T> {
  for (let draw = 1; ; draw++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException) || draw === draws) throw error;
    }
  }
}

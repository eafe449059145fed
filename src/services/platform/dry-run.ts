import type { Run, TransactionContext, UseCase } from './context.ts';

class DryRun extends Error {
  constructor(readonly answer: unknown) {
    super('A dry run is rolled back');
  }
}

/**
 * What a use case would return: it runs for real, in a transaction that is rolled back, so that a preview cannot differ
 * from the change itself.
 */
export async function dryRun<K extends keyof TransactionContext, I, O>(
  run: Run,
  useCase: UseCase<K, I, O>,
  input: I,
): Promise<O> {
  const once: UseCase<keyof TransactionContext, I, never> = async (tx, given) => {
    const answer = await useCase(tx, given);
    await tx.em.flush();
    throw new DryRun(answer);
  };
  try {
    return await run(once, input);
  } catch (error) {
    if (error instanceof DryRun) return error.answer as O;
    throw error;
  }
}

/**
 * The sandbox's own memory, apart from our database as a provider's is: one small file per fact, written once and whole,
 * so that two processes agree and a crash leaves no half fact.
 */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';

const session = z.object({
  paymentId: z.string(),
  amount: z.object({ amount: z.int(), currency: z.string() }),
  description: z.string(),
  successUrl: z.string(),
  cancelUrl: z.string(),
  metadata: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
  locale: z.enum(['fr', 'en']),
});
const outcome = z.object({ outcome: z.enum(['PAID', 'REFUSED']) });
const refund = z.object({ amount: z.int() });

export type SandboxSession = z.infer<typeof session>;
export type SandboxOutcome = z.infer<typeof outcome>['outcome'];

/** What a session's name may look like: it becomes a file's name. */
export const sessionIdForm = /^cs_test_sandbox_[0-9a-f]{40}$/;

export function sandboxSessions(directory: string) {
  const place = (sessionId: string, fact: string) => join(directory, `${sessionId}.${fact}.json`);

  /** Writes a fact unless it is there already: the first one stays. */
  async function writeOnce(sessionId: string, fact: string, value: object): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const draft = place(sessionId, newId());
    await writeFile(draft, JSON.stringify(value), { mode: 0o600 });
    try {
      await link(draft, place(sessionId, fact));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  async function read<T>(sessionId: string, fact: string, shape: z.ZodType<T>): Promise<T | undefined> {
    if (!sessionIdForm.test(sessionId)) return undefined;
    try {
      return shape.parse(JSON.parse(await readFile(place(sessionId, fact), 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  return {
    open: (sessionId: string, request: SandboxSession) => writeOnce(sessionId, 'session', request),
    end: (sessionId: string, how: SandboxOutcome) => writeOnce(sessionId, 'outcome', { outcome: how }),
    giveBack: (sessionId: string, amount: number) => writeOnce(sessionId, 'refund', { amount }),
    sessionOf: (sessionId: string) => read(sessionId, 'session', session),
    outcomeOf: async (sessionId: string) => (await read(sessionId, 'outcome', outcome))?.outcome,
    refundedOf: async (sessionId: string) => (await read(sessionId, 'refund', refund))?.amount ?? 0,
  };
}

export type SandboxSessions = ReturnType<typeof sandboxSessions>;

/** What the sandbox remembers of its sessions. */
import { join } from 'node:path';
import { z } from 'zod';
import { readFact, writeFactOnce } from './facts.ts';

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
const outcome = z.object({ outcome: z.enum(['PAID', 'REFUSED', 'CLOSED']) });

export type SandboxSession = z.infer<typeof session>;
export type SandboxOutcome = z.infer<typeof outcome>['outcome'];

/** What a session's name may look like: it becomes a file's name. */
export const sessionIdForm = /^cs_test_sandbox_[0-9a-f]{40}$/;

export function sandboxSessions(directory: string) {
  const place = (sessionId: string, fact: string) => join(directory, `${sessionId}.${fact}.json`);

  const writeOnce = (sessionId: string, fact: string, value: object): Promise<void> =>
    writeFactOnce(place(sessionId, fact), value);
  const read = async <T>(sessionId: string, fact: string, shape: z.ZodType<T>): Promise<T | undefined> =>
    sessionIdForm.test(sessionId) ? readFact(place(sessionId, fact), shape) : undefined;

  return {
    open: (sessionId: string, request: SandboxSession) => writeOnce(sessionId, 'session', request),
    end: (sessionId: string, how: SandboxOutcome) => writeOnce(sessionId, 'outcome', { outcome: how }),
    sessionOf: (sessionId: string) => read(sessionId, 'session', session),
    outcomeOf: async (sessionId: string) => (await read(sessionId, 'outcome', outcome))?.outcome,
  };
}

export type SandboxSessions = ReturnType<typeof sandboxSessions>;

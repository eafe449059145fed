import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EventHistoryPort } from '../port.ts';
import { providerEventOf } from '../stripe/stripe-events.ts';
import { readFact, writeFactOnce } from './facts.ts';

const shape = z.object({
  id: z.string(),
  type: z.string(),
  created: z.int(),
  data: z.object({ object: z.looseObject({}) }),
});
export type SandboxEvent = z.infer<typeof shape>;

/** The events that the sandbox made, delivered or not: one fact each, named by its second. */
export function sandboxEvents(directory: string) {
  const folder = join(directory, 'events');
  const history: EventHistoryPort = {
    async listEvents({ from, until }) {
      const [first, end] = [from.getTime() / 1_000, until.getTime() / 1_000];
      const names = (await readdir(folder).catch(() => [])).filter((name) => {
        const second = Number(name.split('.')[0]);
        return name.endsWith('.json') && second >= first && second < end;
      });
      const events = await Promise.all(names.sort().map((name) => readFact(join(folder, name), shape)));
      return events
        .flatMap((event) => (event === undefined ? [] : [providerEventOf(event)]))
        .filter(({ subject }) => subject.kind !== 'IGNORED');
    },
  };
  return {
    history,
    remember: (event: SandboxEvent) => writeFactOnce(join(folder, `${event.created}.${event.id}.json`), event),
  };
}

export type SandboxEvents = ReturnType<typeof sandboxEvents>;

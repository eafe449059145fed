/** Text messages that are not sent but written as files to a folder, shown at /mailbox/sms in development. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import {
  requirePhoneNumber,
  SmsFailure,
  type KeptSms,
  type OutgoingSms,
  type SmsFolder,
  type SmsPort,
} from './port.ts';

const endOf = (id: string): string => `-${id.replace(/[^\w-]/g, '')}.json`;

export function smsFolder({ folder, clock }: { folder: string; clock: Clock }): SmsPort & SmsFolder {
  const names = (): Promise<string[]> => readdir(folder).catch(() => []);
  const holds = async (id: string): Promise<boolean> =>
    (await names()).some((name) => !name.startsWith('.') && name.endsWith(endOf(id)));
  return {
    holds,
    async send(sms) {
      requirePhoneNumber(sms.to);
      try {
        if (!(await holds(sms.id))) await store(folder, sms, clock.now());
      } catch (cause) {
        throw new SmsFailure('retryable', 'The folder of text messages cannot be written', { cause });
      }
      return { providerId: sms.id };
    },
    async list(limit = 100) {
      const newest = (await names())
        .filter((name) => /^\d.*\.json$/.test(name))
        .sort()
        .reverse()
        .slice(0, limit);
      return Promise.all(newest.map(async (name) => read(await readFile(join(folder, name), 'utf8'))));
    },
    async sweep(before) {
      let removed = 0;
      for (const name of (await names()).filter((one) => one.startsWith('.'))) {
        const facts = await stat(join(folder, name)).catch(() => undefined);
        if (facts === undefined || !facts.isFile() || facts.mtimeMs >= before.getTime()) continue;
        await rm(join(folder, name), { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

/** Written under a temporary name and renamed, so that a reader sees a complete message or none. */
async function store(folder: string, { id, to, text }: OutgoingSms, at: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The name begins with the time, so that files sort in the order of sending.
  const name = `${String(at.getTime()).padStart(15, '0')}${endOf(id)}`;
  const draft = join(folder, `.${name}`);
  try {
    await writeFile(draft, JSON.stringify({ id, to, text, date: at }), { mode: 0o600 });
    await rename(draft, join(folder, name));
  } finally {
    await rm(draft, { force: true });
  }
}

function read(text: string): KeptSms {
  const kept = JSON.parse(text) as Omit<KeptSms, 'date'> & { date: string };
  return { ...kept, date: new Date(kept.date) };
}

/** Text messages that stay here: each one is a file in a folder, shown beside the mailbox in development. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { demandNumber, SmsFailure, type KeptSms, type OutgoingSms, type SmsFolder, type SmsPort } from './port.ts';

export function smsFolder({ folder, clock }: { folder: string; clock: Clock }): SmsPort & SmsFolder {
  const names = (): Promise<string[]> => readdir(folder).catch(() => []);
  const endOf = (id: string): string => `-${id.replace(/[^\w-]/g, '')}.json`;
  const holds = async (id: string): Promise<boolean> =>
    (await names()).some((name) => !name.startsWith('.') && name.endsWith(endOf(id)));

  /** Written beside and renamed, so that a reader sees a whole message or none. */
  const store = async ({ id, to, text }: OutgoingSms): Promise<void> => {
    const at = clock.now();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Named by the moment, so that the order of names is the order of sending.
    const name = `${String(at.getTime()).padStart(15, '0')}${endOf(id)}`;
    const draft = join(folder, `.${name}`);
    try {
      await writeFile(draft, JSON.stringify({ id, to, text, date: at }), { mode: 0o600 });
      await rename(draft, join(folder, name));
    } finally {
      await rm(draft, { force: true });
    }
  };

  return {
    holds,
    async send(sms) {
      demandNumber(sms.to);
      try {
        if (!(await holds(sms.id))) await store(sms);
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

function read(text: string): KeptSms {
  const kept = JSON.parse(text) as Omit<KeptSms, 'date'> & { date: string };
  return { ...kept, date: new Date(kept.date) };
}

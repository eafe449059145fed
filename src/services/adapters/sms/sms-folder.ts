/** Text messages that stay here: each one is a file in a folder, shown beside the mailbox in development. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { demandNumber, SmsFailure, type KeptSms, type SmsFolder, type SmsPort } from './port.ts';

export function smsFolder({ folder, clock }: { folder: string; clock: Clock }): SmsPort & SmsFolder {
  return {
    async send({ id, to, text }) {
      demandNumber(to);
      const at = clock.now();
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // Named by the moment, so that the order of names is the order of sending.
        await writeFile(join(folder, `${String(at.getTime()).padStart(15, '0')}-${id.replace(/[^\w-]/g, '')}.json`), JSON.stringify({ id, to, text, date: at }), { mode: 0o600 });
      } catch (cause) {
        throw new SmsFailure('retryable', 'The folder of text messages cannot be written', { cause });
      }
      return { providerId: id };
    },
    async list(limit = 100) {
      const names = await readdir(folder).catch(() => []);
      const newest = names.filter((name) => name.endsWith('.json')).sort().reverse().slice(0, limit);
      return Promise.all(newest.map(async (name) => read(await readFile(join(folder, name), 'utf8'))));
    },
  };
}

function read(text: string): KeptSms {
  const kept = JSON.parse(text) as Omit<KeptSms, 'date'> & { date: string };
  return { ...kept, date: new Date(kept.date) };
}

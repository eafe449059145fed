/** SendGrid's own suppressions: it drops mails to these addresses, whatever we send. */
import { z } from 'zod';
import type { BlockedAddress, MailBlocklist } from './port.ts';

/** What is used of its client. */
interface SendgridApi {
  request(call: {
    method: 'GET' | 'DELETE';
    url: string;
    qs?: object;
  }): Promise<readonly [{ readonly body: unknown }, unknown]>;
}

/** Its lists that say something of an address, and not of one mail. */
const lists = { bounces: 'BOUNCE', spam_reports: 'COMPLAINT' } as const satisfies Record<
  string,
  BlockedAddress['reason']
>;
type ListName = keyof typeof lists;
const names = Object.keys(lists) as ListName[];

const page = z.array(z.object({ email: z.string(), created: z.number() }));
const pageSize = 500;

export const sendgridBlocklist = (client: SendgridApi): MailBlocklist => ({
  async list(since) {
    const found: BlockedAddress[] = [];
    for (const name of names) found.push(...(await listed(client, name, since)));
    return found;
  },
  async forget(address) {
    for (const name of names) await remove(client, name, address);
  },
});

async function listed(client: SendgridApi, name: ListName, since: Date): Promise<BlockedAddress[]> {
  const found: BlockedAddress[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const qs = { start_time: Math.floor(since.getTime() / 1_000), limit: pageSize, offset };
    const [{ body }] = await client.request({ method: 'GET', url: `/v3/suppression/${name}`, qs });
    const rows = page.parse(body);
    for (const { email, created } of rows)
      found.push({ address: email, reason: lists[name], since: new Date(created * 1_000) });
    if (rows.length < pageSize) return found;
  }
}

/** One that is not on the list is forgotten already. */
async function remove(client: SendgridApi, name: ListName, address: string): Promise<void> {
  try {
    await client.request({ method: 'DELETE', url: `/v3/suppression/${name}/${encodeURIComponent(address)}` });
  } catch (error) {
    if (Reflect.get(error as object, 'code') !== 404) throw error;
  }
}

/** Mail that stays here: each one is an `.eml` file in a folder, read again by the development mailbox page. */
import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import type { Clock } from '../../kernel/clock.ts';
import { compose } from './compose.ts';
import {
  MailFailure,
  wellFormed,
  type MailAddress,
  type Mailbox,
  type MailboxMail,
  type MailPort,
  type OutgoingMail,
} from './port.ts';

export type MailboxFolder = MailPort & Mailbox;

export interface MailboxFolderSettings {
  readonly folder: string;
  readonly clock: Clock;
}

export function mailboxFolder({ folder, clock }: MailboxFolderSettings): MailboxFolder {
  const fileOf = (id: string): string => join(folder, `${id}.eml`);

  const read = async (id: string): Promise<MailboxMail | undefined> => {
    if (!/^[A-Za-z0-9_-]+$/.test(id)) return undefined;
    const bytes = await readFile(fileOf(id)).catch(undefinedWhenMissing);
    return bytes && parse(id, bytes);
  };

  const keep = async (mail: OutgoingMail, named: (id: string) => string): Promise<string> => {
    const safe = wellFormed(mail);
    const bytes = await compose(safe, clock.now());
    try {
      await store(fileOf(named(safe.deliveryId)), bytes);
    } catch (cause) {
      throw new MailFailure('retryable', 'The mailbox folder cannot be written', { cause });
    }
    return safe.deliveryId;
  };

  return {
    read,
    holds: (id) => exists(fileOf(id)),
    sweep: (before) => sweepDrafts(folder, before),
    send: async (mail) => ({ providerId: await keep(mail, (id) => id) }),
    async discard(mail) {
      const providerId = await keep(mail, aside);
      await rm(fileOf(aside(providerId)), { force: true });
      return { providerId };
    },
    async list(limit = 100) {
      const names = (await readdir(folder).catch(undefinedWhenMissing)) ?? [];
      const ids = names.filter((name) => /^[\w-]+\.eml$/.test(name)).map((name) => name.slice(0, -'.eml'.length));
      const dated = await Promise.all(ids.map(async (id) => ({ id, writtenAt: (await stat(fileOf(id))).mtimeMs })));
      dated.sort((a, b) => b.writtenAt - a.writtenAt || (a.id < b.id ? 1 : -1));
      const mails = await Promise.all(dated.slice(0, limit).map(({ id }) => read(id)));
      return mails.filter((mail) => mail !== undefined);
    },
  };
}

/**
 * Written under a temporary name and renamed, so that a reader sees a complete mail or none. An existing delivery is
 * left unchanged.
 */
async function store(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (await exists(file)) return;
  const draft = join(dirname(file), `.${basename(file, '.eml')}.${randomUUID()}`);
  try {
    await writeFile(draft, bytes, { mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A name that readers do not take for a mail. */
const aside = (id: string): string => `.discarded-${id}`;

/** Drafts begin with a dot; each is renamed or removed within milliseconds, unless its process is killed. */
export async function sweepDrafts(folder: string, before: Date): Promise<number> {
  const names = (await readdir(folder).catch(undefinedWhenMissing)) ?? [];
  let removed = 0;
  for (const name of names.filter((one) => one.startsWith('.'))) {
    const facts = await stat(join(folder, name)).catch(undefinedWhenMissing);
    if (facts === undefined || !facts.isFile() || facts.mtimeMs >= before.getTime()) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function undefinedWhenMissing(error: unknown): undefined {
  if (typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ENOENT') return undefined;
  throw error;
}

async function parse(id: string, bytes: Buffer): Promise<MailboxMail> {
  const mail = await PostalMime.parse(bytes);
  const text = mail.text ?? '';
  return {
    id,
    subject: mail.subject ?? '',
    from: addressOf(mail.from),
    to: addressOf(mail.to?.[0]),
    date: new Date(mail.date ?? 0),
    html: mail.html ?? '',
    text,
    links: [...new Set(text.match(/https?:\/\/[^\s<>"«»]+/g) ?? [])],
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
  };
}

const addressOf = (address: Address | undefined): MailAddress =>
  address?.name ? { email: address.address ?? '', name: address.name } : { email: address?.address ?? '' };

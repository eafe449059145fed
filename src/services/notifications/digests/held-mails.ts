import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { Mailer } from '../mailer.ts';

/** One line of a digest. */
export interface DigestEntry {
  readonly title: string;
  readonly detail: string;
  readonly path: string;
}

/** How many a digest shows; it counts the others. */
export const mostEntries = 20;
const longestDetail = 200;
export const usualPath = '/notifications';

export const heldMailColumns = [
  ...(['id', 'recipient_id', 'to_email', 'template', 'locale', 'data', 'held_until', 'dedupe_key'] as const),
] as const;

type Row = Pick<Selectable<Tables['email_delivery']>, (typeof heldMailColumns)[number]>;

/** A mail that waits. */
export interface HeldMail extends Omit<Row, 'data' | 'recipient_id'> {
  readonly recipientId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const heldMailFrom = ({ recipient_id, data, ...row }: Row): HeldMail => ({
  ...row,
  recipientId: recipient_id as string,
  data: jsonFrom<Record<string, unknown>>(data),
});

/** The beginning of the keys of notifications that are not shown, and wait as mails. */
const unshown = 'unshown:';
export const unshownKey = (dedupeKey: string): string => `${unshown}${dedupeKey}`.slice(0, 160);
export const isUnshown = ({ dedupe_key }: Pick<HeldMail, 'dedupe_key'>): boolean => dedupe_key.startsWith(unshown);

/** Does its recipient still need it? */
export async function isNeeded(
  db: Db,
  { id, recipientId, to_email, template, data }: HeldMail,
  { mailer, now }: { readonly mailer: Pick<Mailer, 'needs'>; readonly now: Date },
): Promise<boolean> {
  const needed = mailer.needs[template];
  return needed === undefined || needed(db, { deliveryId: id, recipientId, toEmail: to_email, data }, now);
}

/** What a mail says in one line, and where it leads. */
export function entryOf(
  { template, locale, data }: HeldMail,
  { mailer, frontUrl }: { readonly mailer: Pick<Mailer, 'write'>; readonly frontUrl: string },
): DigestEntry {
  const detail = data['message'] ?? data['excerpt'];
  return {
    title: mailer.write(template, locale, data).subject,
    detail: typeof detail === 'string' ? shortened(detail) : '',
    path: pathIn(data, frontUrl),
  };
}

export const shortened = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= longestDetail ? characters.join('') : `${characters.slice(0, longestDetail).join('')}…`;
};

function pathIn(data: HeldMail['data'], frontUrl: string): string {
  const { actionPath } = data;
  if (typeof actionPath === 'string') return actionPath;
  const link = Object.values(data).find(
    (value): value is string => typeof value === 'string' && value.startsWith(`${frontUrl}/`),
  );
  return link === undefined ? usualPath : link.slice(frontUrl.length);
}

/** The first entries, and how many others there are. */
export const shownOf = (
  entries: readonly DigestEntry[],
): { readonly count: number; readonly entries: readonly DigestEntry[]; readonly moreCount: number } => ({
  count: entries.length,
  entries: entries.slice(0, mostEntries),
  moreCount: Math.max(0, entries.length - mostEntries),
});

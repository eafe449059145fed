import { formatAppointment } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';

/**
 * The conversation of a consultation: its customer, where they have an account, and its artisan take part; admins see it as any other. It
 * begins with the request, in the name of whoever asked. Of somebody without an account it says the code alone: an erasure finds what the
 * booking says of them, and nothing is left here.
 */
export const conversationAboutBooking = {
  async topic(db: Db, bookingId: string) {
    const found = await findBooking(db, bookingId);
    if (found === undefined) return null;
    const { customerId, artisanUserId } = found;
    const participantIds = [...new Set([customerId, artisanUserId].filter((id) => id !== null))];
    const staffIds = participantIds.filter((id) => id !== customerId);
    return { title: `${found.offeringName} ${found.code}`, participantIds, staffIds };
  },

  async greeting({ em }: Tx<'em'>, { subjectId, isNew }: { readonly subjectId: string; readonly isNew: boolean }) {
    const found = isNew ? await findBooking(writing(em).db, subjectId) : undefined;
    if (found === undefined) return null;
    const { locale, code, timeZone, customerId, note } = found;
    const when = formatAppointment(instantFrom(found.startsAt), { locale, timeZone });
    const asked = words[locale]({ when, code });
    const content = customerId === null || note === null ? asked : `${asked}\n\n${note}`;
    return { type: 'CONSULTATION_REQUEST', content, senderId: customerId } as const;
  },
};

const findBooking = (db: Db, id: string) =>
  db
    .selectFrom('booking')
    .innerJoin('artisan', 'artisan.id', 'booking.artisan_id')
    .select([
      'public_code as code',
      'offering_name as offeringName',
      'locale',
      'starts_at as startsAt',
      'time_zone as timeZone',
    ])
    .select(['booking.user_id as customerId', 'artisan.user_id as artisanUserId', 'customer_note as note'])
    .where('booking.id', '=', id)
    .executeTakeFirst();

const words: Readonly<Record<Locale, (facts: { readonly when: string; readonly code: string }) => string>> = {
  fr: ({ when, code }) => `Une consultation est demandée\u00a0: ${when} (${code}).`,
  en: ({ when, code }) => `A consultation is asked for: ${when} (${code}).`,
};

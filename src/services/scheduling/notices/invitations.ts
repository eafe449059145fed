import type { Locale } from '../../kernel/locale.ts';
import type { MailInviting } from '../../notifications/index.ts';
import { writeCalendar } from '../ics/write-calendar.ts';

/** What a mail about a booking holds of it: the entry is made from the mail, so that both say the same. */
interface Mailed {
  readonly bookingId: string;
  readonly name: string;
  readonly offeringName: string;
  readonly artisanName: string;
  readonly customerName?: string;
  readonly code: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sequence: number;
  /** False for an appointment that never stood: no calendar has it. */
  readonly isInCalendars?: boolean;
}

const codeWord: Record<Locale, (code: string) => string> = {
  fr: (code) => `Code\u00a0: ${code}`,
  en: (code) => `Code: ${code}`,
};

/** One appointment has one entry in every calendar, whoever it was sent to. */
export const uidOf = (bookingId: string, publicUrl: string): string => `${bookingId}@${new URL(publicUrl).hostname}`;

/** Organized by the business, under the address that its mails come from. */
const invitation =
  (method: 'REQUEST' | 'CANCEL', to: 'CUSTOMER' | 'ARTISAN'): MailInviting =>
  ({ data, toEmail, locale }, { config, from, now }) => {
    const mailed = data as unknown as Mailed;
    if (mailed.isInCalendars === false) return undefined;
    const other = to === 'CUSTOMER' ? mailed.artisanName : (mailed.customerName ?? '');
    return {
      method,
      content: writeCalendar({
        method,
        entries: [
          {
            uid: uidOf(mailed.bookingId, config.publicUrl),
            sequence: mailed.sequence,
            stampedAt: now,
            startsAt: new Date(mailed.startsAt),
            endsAt: new Date(mailed.endsAt),
            summary: `${mailed.offeringName}, ${other}`,
            description: codeWord[locale](mailed.code),
            location: mailed.place,
            organizer: { name: from.name ?? mailed.artisanName, email: from.email },
            attendee: { name: mailed.name, email: toEmail },
            isCancelled: method === 'CANCEL',
          },
        ],
      }),
    };
  };

export const inviteCustomer = invitation('REQUEST', 'CUSTOMER');
export const removeForCustomer = invitation('CANCEL', 'CUSTOMER');
export const inviteArtisan = invitation('REQUEST', 'ARTISAN');
export const removeForArtisan = invitation('CANCEL', 'ARTISAN');

import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import {
  notify,
  queueMail,
  recipientsOf,
  type MailDefinition,
  type NotificationWords,
} from '../../notifications/index.ts';
import { formatAppointment } from '../../kernel/format.ts';
import type { Tx } from '../../platform/context.ts';
import { factsForArtisan, factsForCustomer } from './booking-facts.ts';

export type NoticeTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

export interface LoadedBooking {
  readonly booking: Booking;
  readonly artisan: Artisan;
}

/** A booking with its artisan, anonymised ones too. */
export async function findAnyBooking({ em }: Tx<'em'>, id: string): Promise<LoadedBooking | null> {
  const booking = await em.findOne(Booking, { id });
  return booking && { booking, artisan: await em.findOneOrFail(Artisan, { id: booking.artisan.id }) };
}

/** Null once the booking was anonymised: nobody is written to. */
export async function findBooking(tx: Tx<'em'>, id: string): Promise<LoadedBooking | null> {
  const found = await findAnyBooking(tx, id);
  return found === null || found.booking.customerEmail === null ? null : found;
}

type CustomerFacts = ReturnType<typeof factsForCustomer>;

interface CustomerMail<Data extends object> {
  readonly template: MailDefinition<string, Data & { readonly manageUrl: string }, 'manageUrl'>;
  /** What happened, where it may happen again: `:2`. */
  readonly key?: string;
  readonly data: Omit<Data, keyof CustomerFacts | 'manageUrl'>;
  /** What the delivery holds beside: what its calendar entry needs to know. */
  readonly beside?: { readonly isInCalendars: boolean };
  /** Sent to somebody who wishes no e-mails, too: they asked for it, or could not know otherwise. */
  readonly isNecessary?: boolean;
}

/** Mails the customer of a booking, once for each thing that happened; nobody who wished no e-mails, unless it is necessary. */
export async function mailCustomer<Data extends object>(
  tx: NoticeTx,
  { booking, artisan }: LoadedBooking,
  { template, key = '', data, beside, isNecessary = false }: CustomerMail<Data>,
): Promise<void> {
  if (booking.customerEmail === null || !(booking.notifyByEmail || isNecessary)) return;
  await queueMail(tx, {
    template: template as unknown as MailDefinition<string, object, never>,
    recipient: { userId: booking.userId, email: booking.customerEmail, name: booking.customerName },
    locale: booking.locale,
    dedupeKey: `${template.name}:${booking.id}${key}`,
    data: { ...factsForCustomer(booking, artisan), ...data, ...beside },
  });
}

type ArtisanFacts = ReturnType<typeof factsForArtisan>;

interface ArtisanMail<Data extends object> {
  readonly template: MailDefinition<string, Data>;
  readonly key?: string;
  readonly data: Omit<Data, keyof ArtisanFacts>;
  /** When it was with them, of a booking that is not any more. */
  readonly formerly?: { readonly startsAt: Date; readonly endsAt: Date };
  /** Of the in-app notification. */
  readonly words: NotificationWords<{ readonly customer: string; readonly when: string }>;
}

/** Mails and notifies the artisan of a booking, once for each thing that happened, in the language of their account. */
export async function notifyArtisan<Data extends object>(
  tx: NoticeTx,
  { booking, artisan }: LoadedBooking,
  { template, key = '', data, formerly, words }: ArtisanMail<Data>,
): Promise<void> {
  const locale = (await accountOf(tx, artisan))?.locale ?? 'fr';
  const facts = factsForArtisan(booking, artisan, tx.config.frontUrl);
  if (artisan.email !== '')
    await queueMail(tx, {
      template: template as unknown as MailDefinition<string, object>,
      recipient: { userId: artisan.userId, email: artisan.email, name: artisan.displayName },
      ...{ locale, dedupeKey: `${template.name}:${booking.id}${key}` },
      data: { ...facts, ...(formerly && formerFacts(formerly, tx.config.frontUrl)), ...data },
    });
  const about = { key: `${template.name}:${booking.id}${key}`, words, ...(formerly && { formerly }) };
  await notifyInApplication(tx, { booking, artisan }, about);
}

/** The booking itself is no longer theirs to see. */
const formerFacts = ({ startsAt, endsAt }: NonNullable<ArtisanMail<object>['formerly']>, frontUrl: string) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  agendaUrl: `${frontUrl}/agenda`,
});

/** Notifies the artisan of a booking in the application alone, once for each key. */
export async function notifyInApplication(
  tx: NoticeTx,
  { booking, artisan }: LoadedBooking,
  { key, words, formerly }: Pick<ArtisanMail<object>, 'words' | 'formerly'> & { readonly key: string },
): Promise<void> {
  const account = await accountOf(tx, artisan);
  if (account === undefined) return;
  const { userId, locale } = account;
  await notify(tx, {
    userId,
    ...words[locale]({
      customer: booking.customerName,
      when: formatAppointment((formerly ?? booking).startsAt, { locale, timeZone: artisan.timeZone }),
    }),
    type: 'BOOKING',
    actionUrl: formerly ? '/agenda' : `/agenda/${booking.id}`,
    data: { bookingId: booking.id },
    dedupeKey: `${key}:${userId}`,
  });
}

const accountOf = async (tx: NoticeTx, { userId }: Artisan) =>
  userId === null ? undefined : (await recipientsOf(tx, [userId])).get(userId);

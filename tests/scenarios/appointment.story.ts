import assert from 'node:assert/strict';
import * as sdk from '../../sdk/index.ts';
import type { Mailbox } from '../../src/services/notifications/index.ts';
import { eventually } from './listening.ts';
import type { MainJobEnvironment } from './main-job.clients.ts';
import type { Step } from './main-job.story.ts';

export interface AppointmentEnvironment extends Pick<MainJobEnvironment, 'url'> {
  readonly mails: Mailbox['list'];
}

type Change = sdk.RescheduleBookingMutation['rescheduleBooking'];
type Booking = Change['booking'];

/** Far enough away that an appointment can still be moved, and its deposit comes back whole. */
const ahead = 5 * 24 * 60 * 60_000;

/** A visitor books an appointment with a deposit, pays it, moves it and gives it up. `npm run demo` plays these steps. */
export class AppointmentStory {
  readonly #environment: AppointmentEnvironment;
  readonly #client: sdk.AtelierClient;
  readonly #email = `yann.kerbrat.${Date.now()}@example.org`;
  #times: readonly string[] = [];
  #offering: { readonly id: string; readonly name: string } = { id: '', name: '' };
  #checkoutUrl = '';
  #access = { code: '', token: '' };
  /** The entry as his calendar has it: once it was confirmed, once it was moved. */
  readonly entries: string[] = [];

  constructor(environment: AppointmentEnvironment) {
    this.#environment = environment;
    this.#client = sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
  }

  get steps(): readonly Step[] {
    return [
      { name: 'A visitor looks for a free time of something with a deposit', play: () => this.#look() },
      { name: 'He keeps a time and books it, without an account', play: () => this.#book() },
      { name: 'He pays the deposit, and has the appointment in his calendar', play: () => this.#pay() },
      { name: 'He moves it, and so does his calendar', play: () => this.#move() },
      { name: 'He gives it up in time, and his deposit comes back whole', play: () => this.#cancel() },
    ];
  }

  async #look(): Promise<string> {
    const { offerings } = await this.#client.query(sdk.OfferingsDocument, {});
    const offering = offerings.nodes.find(({ deposit }) => deposit.amount > 0);
    assert.ok(offering, 'nothing has a deposit');
    this.#offering = offering;
    const { availability } = await this.#client.query(sdk.AvailabilityDocument, { offeringId: offering.id });
    this.#times = availability
      .flatMap(({ slots }) => slots.map(({ startsAt }) => String(startsAt)))
      .filter((startsAt) => Date.parse(startsAt) > Date.now() + ahead);
    assert.ok(this.#times.length > 1, 'no two times are free');
    return `${offering.name}: ${this.#times.length} free times`;
  }

  async #book(): Promise<string> {
    const [offeringId, startsAt] = [this.#offering.id, this.#times[0] ?? ''];
    const { holdSlot } = await this.#client.mutate(sdk.HoldSlotDocument, { input: { offeringId, startsAt } });
    const { createBooking } = await this.#client.mutate(sdk.CreateBookingDocument, {
      input: {
        ...{ offeringId, startsAt, holdToken: holdSlot.holdToken, termsVersion: '2026-01', paymentBy: 'PAGE' },
        customer: { name: 'Yann Kerbrat', email: this.#email },
      },
    });
    const { code, manageUrl, booking, payment } = createBooking;
    assert.equal(booking.status, 'PENDING_PAYMENT');
    this.#access = { code, token: new URL(manageUrl).searchParams.get('t') ?? '' };
    this.#checkoutUrl = payment?.checkoutUrl ?? '';
    return `${code}, ${booking.localStart}`;
  }

  async #pay(): Promise<string> {
    const paid = await fetch(`${this.#checkoutUrl}/pay`, { method: 'POST' });
    assert.match(await paid.text(), /Paiement accepté/);
    await this.#until('the appointment is confirmed', ({ status }) => status === 'CONFIRMED');
    return this.#invited(0, 'REQUEST');
  }

  async #move(): Promise<string> {
    const { rescheduleBooking } = await this.#client.mutate(sdk.RescheduleBookingDocument, {
      input: { ...this.#access, startsAt: this.#times[1] ?? '' },
    });
    const { isDone, booking } = rescheduleBooking;
    assert.deepEqual([isDone, String(booking.startsAt)], [true, this.#times[1]]);
    return `${booking.localStart}, ${await this.#invited(1, 'REQUEST')}`;
  }

  async #cancel(): Promise<string> {
    const { bookingCancellationTerms: terms } = await this.#client.query(
      sdk.BookingCancellationTermsDocument,
      this.#access,
    );
    assert.deepEqual([terms.refund, terms.kept.amount], [terms.paid, 0]);
    const { cancelBooking } = await this.#client.mutate(sdk.CancelBookingDocument, { input: this.#access });
    assert.deepEqual([cancelBooking.isDone, cancelBooking.booking.status], [true, 'CANCELLED']);
    await this.#until('the deposit is back', ({ depositStatus }) => depositStatus === 'REFUNDED');
    const said = await this.#invited(2, 'CANCEL');
    await this.#client.close();
    return `${terms.refund.amount / 100} €, ${said}`;
  }

  #until(what: string, fits: (booking: Booking) => boolean): Promise<Booking> {
    return eventually(what, async () => {
      const { publicBooking } = await this.#client.query(sdk.PublicBookingDocument, this.#access);
      return fits(publicBooking) ? publicBooking : undefined;
    });
  }

  /** The mail whose calendar entry is this version of the appointment. */
  async #invited(sequence: number, method: 'REQUEST' | 'CANCEL'): Promise<string> {
    const { subject, entry } = await eventually(`version ${sequence} of the calendar entry is mailed`, async () =>
      (await this.#environment.mails())
        .filter(({ to }) => to.email === this.#email)
        .map((mail) => ({ subject: mail.subject, entry: entryOf(mail) }))
        .find((mail) => mail.entry.includes(`\r\nMETHOD:${method}\r\n`) && sequenceOf(mail.entry) === sequence),
    );
    if (method === 'REQUEST') this.entries.push(entry);
    assert.equal(uidOf(entry), uidOf(this.entries[0] ?? ''));
    return `« ${subject} »`;
  }
}

type Mail = Awaited<ReturnType<Mailbox['list']>>[number];

/** As it was sent: the reader of mails ends the lines of calendars by itself. */
const entryOf = ({ attachments }: Mail): string =>
  new TextDecoder()
    .decode(attachments.find(({ filename }) => filename.endsWith('.ics'))?.content)
    .replaceAll(/\r?\n/g, '\r\n');
const uidOf = (entry: string): string | undefined => /^UID:(.+)\r$/m.exec(entry)?.[1];
const sequenceOf = (entry: string): number => Number(/^SEQUENCE:(\d+)\r$/m.exec(entry)?.[1]);

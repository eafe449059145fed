import { funnelSteps, receivableAges, type OrderPaymentState } from '../../kernel/figures.ts';
import { localDateOf } from '../../kernel/format.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { daysBetween } from '../../kernel/working-days.ts';
import { growthOf, today, type Bucket, type Moment } from '../buckets.ts';
import type { Dashboard } from '../queries/dashboard.ts';
import type { MonthStats } from '../queries/monthly-stats.ts';
import type { FunnelRow } from '../queries/order-funnel.ts';
import type { AgedReceivables } from '../queries/receivables-ageing.ts';
import type { Workload } from '../queries/proofreader-workload.ts';
import { leastShown } from '../queries/public-stats.ts';
import { RecountMessages } from './recount-messages.ts';
import type { BruteMovement, BruteOrder, BrutePayment, BruteRows } from './rows.ts';

/** Every figure computed again from single rows: which local day does each belong to? */
export class Recount {
  readonly rows: BruteRows;
  readonly messages: RecountMessages;
  readonly #moment: Moment;
  readonly #byOrder: ReadonlyMap<string, BruteOrder>;
  readonly #payments: ReadonlyMap<string, BrutePayment>;
  readonly #paymentsFor: ReadonlyMap<string, readonly BrutePayment[]>;
  readonly #invoices: ReadonlyMap<string, BruteRows['invoices'][number]>;
  readonly #days = new Map<number, string>();

  constructor(rows: BruteRows, moment: Moment) {
    this.rows = rows;
    this.messages = new RecountMessages(rows);
    this.#moment = moment;
    this.#byOrder = new Map(rows.orders.map((order) => [order.id, order]));
    this.#payments = new Map(rows.payments.map((payment) => [payment.id, payment]));
    this.#paymentsFor = Map.groupBy(
      rows.payments.filter(({ subjectType }) => subjectType === 'ORDER'),
      ({ subjectId }) => subjectId,
    );
    this.#invoices = new Map(rows.invoices.map((invoice) => [invoice.id, invoice]));
  }

  /** The local day of an instant; each is looked up once. */
  dayOf(at: Date): string {
    const day = this.#days.get(at.getTime()) ?? localDateOf(at, this.#moment.timeZone);
    this.#days.set(at.getTime(), day);
    return day;
  }

  #isOn(at: Date | null, { startsOn, endsOn }: Bucket): boolean {
    if (at === null) return false;
    const day = this.dayOf(at);
    return day >= startsOn && day <= endsOn;
  }

  counts(movement: BruteMovement): boolean {
    const payment = this.#payments.get(movement.paymentId);
    if (payment === undefined) return false;
    const invoice = payment.subjectType === 'INVOICE' ? this.#invoices.get(payment.subjectId) : undefined;
    const subject = invoice ?? payment;
    const order = subject.subjectType === 'ORDER' ? this.#byOrder.get(subject.subjectId) : undefined;
    return order === undefined || isRevenueOf(order);
  }

  /** Received and returned, by currency. */
  money(bucket: Bucket): { readonly currency: Currency; readonly received: number; readonly returned: number }[] {
    const sums = new Map<Currency, { received: number; returned: number }>();
    for (const movement of this.rows.movements) {
      const isWithin =
        movement.on === null
          ? this.#isOn(movement.at, bucket)
          : movement.on >= bucket.startsOn && movement.on <= bucket.endsOn;
      if (!isWithin || !this.counts(movement)) continue;
      const sum = sums.get(movement.currency) ?? { received: 0, returned: 0 };
      if (movement.cents > 0) sum.received += movement.cents;
      else sum.returned -= movement.cents;
      sums.set(movement.currency, sum);
    }
    return [...sums]
      .filter(([, { received, returned }]) => received !== 0 || returned !== 0)
      .map(([currency, sum]) => ({ currency, ...sum }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  }

  net(bucket: Bucket): Money[] {
    return this.money(bucket).map(({ currency, received, returned }) => money(received - returned, currency));
  }

  newUsers(bucket: Bucket): number {
    return this.rows.users.filter(({ createdAt }) => this.#isOn(createdAt, bucket)).length;
  }

  usersAt(instant: Date): number {
    return this.rows.users.filter(({ createdAt, status }) => createdAt < instant && status !== 'ERASED').length;
  }

  month(bucket: Bucket): MonthStats {
    const { orders } = this.rows;
    const completed = orders.filter((each) => each.status === 'COMPLETED' && this.#isOn(each.completedAt, bucket));
    const paid = orders.filter((each) => isRevenueOf(each) && this.#isOn(each.paidAt, bucket));
    const currencies = [...new Set(paid.map(({ currency }) => currency))].toSorted();
    return {
      bucket,
      orders: orders.filter(({ createdAt }) => this.#isOn(createdAt, bucket)).length,
      completed: completed.length,
      cancelled: orders.filter((each) => each.status === 'CANCELLED' && this.#isOn(each.cancelledAt, bucket)).length,
      revenue: this.net(bucket),
      newUsers: this.newUsers(bucket),
      pages: sum(completed.map(pagesOf)),
      averageBasket: currencies.map((currency) => {
        const baskets = paid.filter((each) => each.currency === currency);
        return money(Math.round(sum(baskets.map(({ final, total }) => final ?? total)) / baskets.length), currency);
      }),
    };
  }

  tickets(now: Date): Dashboard['tickets'] {
    const open = this.rows.tickets.filter(({ status }) => ['OPEN', 'IN_PROGRESS', 'WAITING'].includes(status));
    const isMissed = (due: Date | null): boolean => due !== null && due < now;
    const breached = open.filter(({ isAnswered, isWaiting, firstResponseDueAt, resolutionDueAt }) =>
      isAnswered ? !isWaiting && isMissed(resolutionDueAt) : isMissed(firstResponseDueAt),
    );
    return { open: open.length, breached: breached.length };
  }

  orders(): Dashboard['orders'] {
    const { orders } = this.rows;
    const count = (is: (order: BruteOrder) => boolean): number => orders.filter(is).length;
    return {
      total: orders.length,
      active: count(isOpen),
      completed: count(({ status }) => status === 'COMPLETED'),
      late: count((order) => this.#isLate(order)),
      unassigned: count(({ status, proofreaderId }) => status === 'PAID' && proofreaderId === null),
      toReview: count(({ status }) => status === 'AWAITING_REVIEW'),
    };
  }

  #isLate({ status, dueAt }: BruteOrder): boolean {
    return (status === 'PAID' || status === 'IN_PROGRESS') && dueAt !== null && dueAt < this.#moment.now;
  }

  users(last: Bucket, before: Bucket): Dashboard['users'] {
    const { users } = this.rows;
    return {
      total: users.filter(({ status }) => status !== 'ERASED').length,
      active: users.filter(({ status }) => status === 'ACTIVE').length,
      growth: growthOf(this.newUsers(last), this.newUsers(before)),
    };
  }

  averageRating(): number | null {
    const ratings = this.rows.deliveries.flatMap(({ isAccepted, rating }) =>
      isAccepted && rating !== null ? [rating] : [],
    );
    return ratings.length < leastShown ? null : Math.round((10 * sum(ratings)) / ratings.length) / 10;
  }

  funnel(bucket: Bucket): FunnelRow[] {
    const placed = this.rows.orders.filter(({ createdAt }) => this.#isOn(createdAt, bucket));
    const unplaced = this.rows.guests.filter((guest) => !guest.isPlaced && this.#isOn(guest.createdAt, bucket));
    const started = [...placed, ...unplaced];
    const reached = {
      STARTED: started,
      PLACED: placed,
      PAID: placed.filter(({ paidAt }) => paidAt !== null),
      DELIVERED: placed.filter(({ paidAt, completedAt }) => paidAt !== null && completedAt !== null),
      ACCEPTED: placed.filter((each) => each.paidAt !== null && each.completedAt !== null && each.isAccepted),
    };
    return funnelSteps.map((step, i) => {
      const count = reached[step].length;
      const before = reached[funnelSteps[i - 1] ?? step].length;
      return { step, count, lost: before - count, share: started.length === 0 ? null : count / started.length };
    });
  }

  workloads(): Workload[] {
    const from = today(this.#moment).subtract({ days: 89 }).toString();
    const proofreaders = this.rows.users.filter(({ role, status }) => role === 'PROOFREADER' && status === 'ACTIVE');
    return proofreaders
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id }) => {
        const own = this.rows.orders.filter(({ proofreaderId }) => proofreaderId === id);
        const recent = own.filter(
          ({ status, completedAt }) =>
            status === 'COMPLETED' && completedAt !== null && this.dayOf(completedAt) >= from,
        );
        const due = recent.filter(({ dueAt }) => dueAt !== null);
        const punctual = due.filter(({ completedAt, dueAt }) => (completedAt as Date) <= (dueAt as Date));
        return {
          proofreaderId: id,
          openOrders: own.filter(isOpen).length,
          openPages: sum(own.filter(isOpen).map(pagesOf)),
          lateOrders: own.filter((order) => this.#isLate(order)).length,
          completed: recent.length,
          onTimeShare: due.length === 0 ? null : punctual.length / due.length,
        };
      });
  }

  receivables(): AgedReceivables[] {
    const owing = this.rows.invoices.filter(({ isOwing }) => isOwing);
    const present = today(this.#moment).toString();
    const ageOf = (dueOn: string) => {
      const days = daysBetween(dueOn, present);
      return days <= 0 ? 'NOT_DUE' : (receivableAges[Math.min(4, Math.max(1, Math.ceil(days / 30)))] as string);
    };
    return [...new Set(owing.map(({ currency }) => currency))].toSorted().flatMap((currency) =>
      receivableAges.map((age) => {
        const own = owing.filter((each) => each.currency === currency && ageOf(each.dueOn) === age);
        return { age, count: own.length, owed: money(sum(own.map(({ balance }) => balance)), currency) };
      }),
    );
  }

  /** What became of an order's money. */
  paymentOf(orderId: string): OrderPaymentState {
    const own = this.#paymentsFor.get(orderId) ?? [];
    const [paid, refunded] = [sum(own.map((each) => each.paidCents)), sum(own.map((each) => each.refundedCents))];
    if (paid === 0) return 'NONE';
    if (refunded === 0) return 'PAID';
    return refunded >= paid ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  }

  /** Orders that were delivered, and their pages. */
  completed(): { readonly pages: number } {
    const delivered = this.rows.orders.filter(
      ({ status, completedAt }) => status === 'COMPLETED' && completedAt !== null,
    );
    return { pages: sum(delivered.map(pagesOf)) };
  }

  placed(bucket: Bucket): BruteOrder[] {
    return this.rows.orders.filter(({ createdAt }) => this.#isOn(createdAt, bucket));
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const pagesOf = ({ verified, measured, declared }: BruteOrder): number => verified ?? measured ?? declared ?? 0;
const isRevenueOf = ({ status, isDemo }: BruteOrder): boolean => status !== 'CANCELLED' && !isDemo;
export const isOpen = ({ status }: BruteOrder): boolean => ['PAID', 'IN_PROGRESS', 'SUSPENDED'].includes(status);

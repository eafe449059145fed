import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import type { Priority } from '../../../entities/notifications/notification.entity.ts';
import {
  mayMailAccount,
  normalEmail,
  requireConsents,
  requireGoodPassword,
  type GivenConsent,
} from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint, newId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import { networkOf, subscriberOf } from '../../kernel/network.ts';
import { finalStates } from '../../kernel/states.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { requireFormTicket, useFormTicket, type TicketedForm } from '../../platform/form-tickets.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { offeredItem, requirePages } from '../offered-item.ts';
import { serviceOf, textOf, titleOf } from '../place-order.ts';
import { writing } from '../../platform/orm/values.ts';
import { guestOrderStarted } from './events.ts';
import { mailGuestOrder } from './guest-order-mails.ts';
import { guestOrderStates } from './guest-order.states.ts';
import { resumeSecret } from './guest-order-token.ts';
import { remindGuestOrderTask } from './guest-order-jobs.ts';

/** From its start, unless it is paid. */
const lifeMs = 7 * 24 * 3_600_000;
const reminderMs = 24 * 3_600_000;
const mostOpen = 3;

export interface StartGuestOrder extends TicketedForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Of the account that they get once they have paid. */
  readonly password: string;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly locale: Locale;
  readonly consents: readonly GivenConsent[];
  readonly priceItemId: string;
  readonly title: string;
  readonly description?: string | null;
  readonly declaredPages?: number | null;
  readonly priority?: Priority | null;
  readonly startBeforeWithdrawal?: boolean | null;
}

/** The order, and the token that opens it: shown this once. */
export interface StartedGuestOrder {
  readonly guestOrderId: string;
  readonly resumeToken: string;
}

type Needed = 'run' | 'passwords' | 'limits' | 'derived' | 'actor' | 'config' | 'now';

/**
 * A visitor without an account begins an order. No account is looked up: whoever has one at this address is answered and
 * written to as everybody else is. The total holds for seven days. Errors: FORM_TICKET_INVALID,
 * PROOF_OF_WORK_REQUIRED, CONSENT_REQUIRED, INPUT_INVALID, PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, RATE_LIMITED.
 */
export const startGuestOrder: Operation<Needed, StartGuestOrder, StartedGuestOrder> = async (ctx, input) => {
  const { password, ...form } = input;
  requireFormTicket(ctx, input);
  const email = normalEmail(input.email);
  requireConsents(input.consents);
  requireGoodPassword(password, { ...form, email, brand: ctx.config.FROM_NAME });
  await ctx.limits.take('guest-order/address', subscriberOf(ctx.actor.address));
  const passwordHash = await ctx.passwords.hash(password);
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  const id = newId();
  const resumeToken = resumeSecret(ctx.derived, { id, tokenNumber: 1 });
  await ctx.run(store, { ...form, id, email, passwordHash, resumeTokenHash: fingerprint(resumeToken), isMailAllowed });
  return { guestOrderId: id, resumeToken };
};

interface Entry extends Omit<StartGuestOrder, 'password'> {
  readonly id: string;
  readonly passwordHash: string;
  readonly resumeTokenHash: string;
  readonly isMailAllowed: boolean;
}

async function store(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'enqueue' | 'record' | 'config'>,
  { ticket, isMailAllowed, ...entry }: Entry,
): Promise<void> {
  const { em, now } = tx;
  const title = titleOf(entry.title);
  await useFormTicket(tx, ticket);
  // Those of one address are counted one after the other.
  await takeTurn(tx, 'startGuestOrder', entry.email);
  await requireFewOpen(tx, entry.email);
  const item = await offeredItem({ db: writing(em).db, now }, entry.priceItemId);
  const declaredPages = entry.declaredPages ?? null;
  requirePages(item, declaredPages, 'input.declaredPages');
  const { total, terms } = serviceOf(item, declaredPages);
  const guest = em.create(GuestOrder, {
    id: entry.id,
    ...personIn(entry),
    network: networkOf(tx.actor.address),
    resumeTokenHash: entry.resumeTokenHash,
    title,
    description: textOf(entry.description),
    declaredPages,
    priority: entry.priority ?? 'NORMAL',
    startBeforeWithdrawal: entry.startBeforeWithdrawal ?? false,
    priceItemId: item.id,
    service: item.name,
    unit: item.unit,
    unitCents: terms.unitCents,
    minimumCents: terms.minimumCents,
    estimatedCents: total.amount,
    quotedCents: total.amount,
    currency: total.currency,
    expiresAt: new Date(now.getTime() + lifeMs),
  });
  tx.emit(guestOrderStarted, { guestOrderId: guest.id });
  tx.record({
    action: 'GUEST_ORDER_STARTED',
    targetType: 'command',
    targetId: guest.id,
    payload: { priceItemId: item.id, amount: total.amount, currency: total.currency },
  });
  if (!isMailAllowed) return;
  await mailGuestOrder(tx, guest);
  tx.enqueue(
    remindGuestOrderTask,
    { guestOrderId: guest.id },
    { runAt: new Date(now.getTime() + reminderMs), dedupeKey: `${remindGuestOrderTask.kind}:${guest.id}` },
  );
}

const personIn = ({
  firstName,
  lastName,
  email,
  passwordHash,
  phone,
  address,
  locale,
  consents,
}: Omit<Entry, 'ticket' | 'isMailAllowed'>) => ({
  firstName,
  lastName,
  email,
  passwordHash,
  phone: phone ?? null,
  address: address ?? null,
  locale,
  consents: consents.map(({ purpose, policyVersion }) => ({ purpose, policyVersion })),
});

/** Three orders of one address may be open at a time: the next may be begun once one of them is over. */
async function requireFewOpen({ em, now }: Tx<'em' | 'now'>, email: string): Promise<void> {
  const open = await em.find(
    GuestOrder,
    { email, status: { $nin: finalStates(guestOrderStates) }, expiresAt: { $gt: now } },
    { orderBy: { expiresAt: 'asc' }, fields: ['id', 'expiresAt'], limit: mostOpen },
  );
  const [first] = open;
  if (first === undefined || open.length < mostOpen) return;
  throw new DomainError('RATE_LIMITED', { retryAfter: Math.ceil((first.expiresAt.getTime() - now.getTime()) / 1_000) });
}

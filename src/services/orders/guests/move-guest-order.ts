import type { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { guestOrderStates, type GuestOrderVerb } from './guest-order.states.ts';

/** Moves a guest order by a verb, and audits it. The only way it changes state. */
export function moveGuestOrder(
  { record }: Tx<'record'>,
  guest: GuestOrder,
  { verb, ...facts }: { readonly verb: GuestOrderVerb } & Readonly<Record<string, string | number | boolean | null>>,
): void {
  const from = guest.status;
  transition(guestOrderStates, guest, verb);
  record({
    action: 'GUEST_ORDER_CHANGED',
    targetType: 'command',
    targetId: guest.id,
    payload: { verb, from, to: guest.status, ...facts },
  });
}

/** What a guest order says of a person: nothing more, once the account says it or nobody needs it. */
export const forgottenGuest = {
  firstName: '',
  lastName: '',
  email: '',
  passwordHash: null,
  phone: null,
  address: null,
  network: null,
  consents: [],
  title: '',
  description: null,
  reviewMessage: null,
  reviewAnswer: null,
} as const;

// @lane sqlite: a pure table
import { expect, test } from '@jest/globals';
import { guestOrderStatuses, type GuestOrderStatus } from '../../../../src/entities/orders/guest-order.entity.ts';
import { guestOrderStates, guestOrderVerbs, type GuestOrderVerb } from '../../../../src/services/orders/index.ts';
import { finalStates, transition } from '../../../../src/services/kernel/states.ts';

const expected: Readonly<Record<GuestOrderStatus, Partial<Record<GuestOrderVerb, GuestOrderStatus>>>> = {
  STARTED: { attachManuscript: 'STARTED', openCheckout: 'AWAITING_PAYMENT', askReview: 'REVIEW', expire: 'EXPIRED' },
  REVIEW: { answer: 'STARTED', expire: 'EXPIRED' },
  AWAITING_PAYMENT: { pay: 'COMPLETED', reopen: 'STARTED', expire: 'EXPIRED' },
  COMPLETED: {},
  EXPIRED: {},
};

test('every verb in every state leads where the table says, or is refused and changes nothing', () => {
  for (const from of guestOrderStatuses)
    for (const verb of guestOrderVerbs) {
      const guest = { status: from };
      const next = expected[from][verb];
      if (next === undefined)
        expect(() => transition(guestOrderStates, guest, verb)).toThrow(
          expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }),
        );
      else transition(guestOrderStates, guest, verb);
      expect([from, verb, guest.status]).toEqual([from, verb, next ?? from]);
    }
  expect(finalStates(guestOrderStates)).toEqual(['COMPLETED', 'EXPIRED']);
});

/**
 * What becomes of a payment of the sandbox is in the number of its card. The numbers are those of Stripe's own test cards,
 * so that what is tried here can be tried there.
 * Source: https://docs.stripe.com/testing
 */
export interface TestCard {
  readonly number: string;
  readonly brand: string;
  /** In a form: SUCCEEDS, ASKS (its bank asks its owner first: 3-D Secure), or why the bank refuses it. */
  readonly form: string;
  /** Once saved, when its owner is not there: SUCCEEDS, or why not. */
  readonly offSession: string;
}

const succeeds = 'SUCCEEDS';

export const testCards = {
  visa: { number: '4242424242424242', brand: 'visa', form: succeeds, offSession: succeeds },
  mastercard: { number: '5555555555554444', brand: 'mastercard', form: succeeds, offSession: succeeds },
  /** 3-D Secure once, when it is saved. */
  asksOnce: { number: '4000002500003155', brand: 'visa', form: 'ASKS', offSession: succeeds },
  /** 3-D Secure each time. */
  asksAlways: { number: '4000002760003184', brand: 'visa', form: 'ASKS', offSession: 'authentication_required' },
  declined: { number: '4000000000000002', brand: 'visa', form: 'generic_decline', offSession: 'generic_decline' },
  noFunds: { number: '4000000000009995', brand: 'visa', form: 'insufficient_funds', offSession: 'insufficient_funds' },
  /** Can be saved, and is refused when it is charged. */
  declinedLater: { number: '4000000000000341', brand: 'visa', form: succeeds, offSession: 'generic_decline' },
} as const satisfies Record<string, TestCard>;

/** Any other number succeeds. */
export const testCardOf = (number: string): TestCard =>
  Object.values(testCards).find((card) => card.number === number) ?? { ...testCards.visa, number };

/** What a card is charged at least: half a euro, and its equivalent in francs CFA. */
export const smallestCardPayment = { EUR: 50, XOF: 328 } as const;

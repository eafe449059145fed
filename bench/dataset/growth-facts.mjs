// What all rows of the growth work have in common: whose they are, when they came, and their words.
import { customerId } from './generate.mjs';
import { createRandom } from './random.mjs';
import { span } from './span.mjs';

/** The customer who has a tenth of everything, by number. */
export const busy = 0;
export const busyEvery = 10;
export const day = 24 * 3_600_000;

const seeds = {
  notification: 1,
  conversation: 2,
  audit: 3,
  job: 4,
  payment: 5,
  refund: 6,
  dispute: 7,
  webhook: 8,
  draft: 9,
  reconciliation: 10,
  difference: 11,
};
export const randomOf = (kind, index) => createRandom(seeds[kind] * 7_919 + index * 104_729 + 17);
export const instantOf = (index, count) => span.from + Math.floor(((index + 0.5) / count) * (span.to - span.from));
export const owner = (random, index, customers) => {
  const other = random.below(customers);
  return customerId(index % busyEvery === 0 ? busy : other);
};

const words = 'la mer un roman une page le retour du voyageur sans nom vers cette île que chaque nuit change'.split(
  ' ',
);
export const sentence = (random, count) => Array.from({ length: count }, () => random.pick(words)).join(' ');

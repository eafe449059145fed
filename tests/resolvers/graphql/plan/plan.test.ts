import {
  execute,
  parse,
  validate,
  specifiedRules,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  SingleFieldSubscriptionsRule,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createExecute, type Executed } from '../../../../src/resolvers/graphql/plan/execute-planned.ts';
import { Dice, isFull, longest, seed } from '../../../support/fuzz.ts';
import { moodySchema, type Mood } from './moody-schema.ts';
import { RandomOperations } from './random-operations.ts';

const operations = isFull ? 50_000 : 2_000;
// Every text declares all the variables there are, and a fragment that uses them; what is subscribed to was chosen before.
const otherwise = new Set([NoUnusedFragmentsRule, NoUnusedVariablesRule, SingleFieldSubscriptionsRule]);
const rules = specifiedRules.filter((rule) => !otherwise.has(rule));

const rootValue = { path: 'root', kind: 'Root' };
const variableValues = [
  { yes: true, first: 7, colors: ['RED'] },
  { yes: false, no: true, text: 'é', colors: null },
];

function* validOperations(dice: Dice): Generator<DocumentNode> {
  const random = new RandomOperations(moodySchema, dice);
  for (let count = 0; count < operations;) {
    const document = parse(random.next());
    if (validate(moodySchema, document, rules).length > 0) continue;
    count += 1;
    yield document;
  }
}

/**
 * graphql-js abandons the promises of a list when one of its items fails at once. That they reject later must not end
 * these tests, and does not end the server (`tests/services/platform/startup/unhandled-rejections.test.ts`).
 */
const { stackTraceLimit } = Error;
const listeners = process.listeners('unhandledRejection');
beforeAll(() => {
  // Thousands of errors are thrown, and nobody reads where.
  Error.stackTraceLimit = 0;
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => undefined);
});
afterAll(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  Error.stackTraceLimit = stackTraceLimit;
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
});

const text = (result: ExecutionResult): string => JSON.stringify(result);

test(
  `${operations} operations give what graphql-js gives, byte by byte (seed ${seed})`,
  async () => {
    const dice = new Dice(seed);
    const by: Record<Executed, number> = { planned: 0, 'fell back': 0, 'graphql-js': 0 };
    const ours = createExecute(moodySchema, (executed) => {
      by[executed] += 1;
    });
    for (const document of validOperations(dice)) {
      const mood: Mood = { trouble: dice.of([0, 0, 5, 40]), patience: dice.of([0, 2, 5]) };
      const asked = { document, rootValue, variableValues: dice.of(variableValues) };
      const expected = text(await execute({ ...asked, schema: moodySchema, contextValue: mood }));
      // The first time nothing is planned yet; from the second on it is.
      for (let time = 0; time < 2; time += 1)
        if (text(await ours({ ...asked, contextValue: mood as never })) !== expected)
          expect(text(await ours({ ...asked, contextValue: mood as never }))).toBe(expected);
    }
    // Half of the runs are the first of their operation, a fifth of the operations are mutations, and some have troubles.
    expect(by.planned).toBeGreaterThan(operations * 0.4);
    expect(by['fell back']).toBeGreaterThan(operations * 0.1);
  },
  longest,
);

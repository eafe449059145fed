import { describe, expect, test } from '@jest/globals';
import {
  DocumentValidator,
  type OperationRequest,
} from '../../../../src/resolvers/graphql/limits/document-validator.ts';
import { hostileDocument, type HostileDocument } from './hostile-documents.ts';
import { sampleSchema } from './sample-schema.ts';

const transports = ['http', 'socket'] as const;
const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** A validator of its own for each, so that nothing is remembered. */
const admit = ({ query, variables }: HostileDocument, request: Partial<OperationRequest> = {}) =>
  new DocumentValidator(sampleSchema).admit({
    query,
    variables,
    audience: 'admin',
    mayIntrospect: true,
    transport: 'http',
    ...request,
  });

/** Milliseconds of processor time, the least of a few tries: what others do on the machine, and one collection of garbage, are not ours. */
function spentOn(work: () => unknown, tries = 3): number {
  const spent = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...spent);
}

const friends = times(19, (i) => `f${i}: friend { id name email }`);
const ordinary: HostileDocument = {
  query: `query ($n: Int) { me { id orders(first: $n) { edges { cursor node { id title total { amount currency } } } } } } # ${friends}`,
  variables: { n: 3 },
};
const bytesOf = ({ query, variables }: HostileDocument): number =>
  Buffer.byteLength(query) + Buffer.byteLength(JSON.stringify(variables));

/** What an ordinary document takes for each of its bytes, on this machine as it is now. */
function perByte(): number {
  for (let i = 0; i < 200; i += 1) admit(ordinary);
  return (
    spentOn(() => {
      for (let i = 0; i < 50; i += 1) admit(ordinary);
    }, 5) /
    50 /
    bytesOf(ordinary)
  );
}

/** A document of a few bytes may take what one of 2 KiB takes; above, its own bytes count. */
const allowed = (asked: HostileDocument, unit: number): number => 20 * unit * (2_048 + bytesOf(asked));

describe('no document takes more time than its bytes are worth', () => {
  test('20 levels of 22 spreads without a field, at every transport', () => {
    const chain = (type: string, end: string) =>
      `${times(20, (i) => `fragment f${i} on ${type} { ${times(22, () => (i === 19 ? end : `...f${i + 1}`))} }`)}`;
    const documents = [
      `{ ...f0 } ${chain('Query', '...nowhere')}`,
      `{ ...f0 } ${chain('Query', '__typename')}`,
      `{ ...f0 } ${chain('Query', '...f0')}`,
      `{ me { id } } ${chain('User', '...nowhere')}`,
      `subscription { ...f0 } ${chain('Subscription', '...nowhere')}`,
      `{ __schema { types { ...f0 } } } ${chain('__Type', '...nowhere')}`,
      `{ __schema { types { ...f0 } } } ${chain('__Type', 'ofType { name }')}`,
      `{ me { ...f0 } } ${chain('User', 'id @include(if: $nowhere)')}`,
    ].map((query): HostileDocument => ({ query, variables: {} }));
    const unit = perByte();
    for (const asked of documents) {
      for (const transport of transports)
        expect({ asked, isBounded: spentOn(() => admit(asked, { transport })) < allowed(asked, unit) }).toMatchObject({
          isBounded: true,
        });
      expect(Array.isArray(admit(asked))).toBe(true);
    }
  });

  test('one error that names 320 places of a text of 50,000 lines', () => {
    const asked = {
      query: `${'\n'.repeat(50_000)} { me { friends(${times(320, () => 'first: 1')}) { id } } }`,
      variables: {},
    };
    const unit = perByte();
    expect(spentOn(() => admit(asked))).toBeLessThan(allowed(asked, unit));
    expect(Array.isArray(admit(asked))).toBe(true);
  });

  const isFull = process.env['STORM'] === 'full';
  const count = isFull ? 20_000 : 500;
  const first = isFull ? Date.now() % 1_000_000 : 8;

  test(`${String(count)} random hostile documents from seed ${String(first)}`, () => {
    let unit = perByte();
    const slow: object[] = [];
    for (let seed = first; seed < first + count; seed += 1) {
      const asked = hostileDocument(seed);
      const transport = transports[seed % 2] as (typeof transports)[number];
      // Only the slow ones are tried again, against a unit taken again: the machine may have slowed down meanwhile.
      if (spentOn(() => admit(asked, { transport }), 1) < allowed(asked, unit)) continue;
      unit = Math.max(unit, perByte());
      const spent = spentOn(() => admit(asked, { transport }), 5);
      if (spent >= allowed(asked, unit))
        slow.push({
          seed,
          spent,
          allowed: allowed(asked, unit),
          bytes: bytesOf(asked),
          query: asked.query.trim().slice(0, 300),
        });
    }
    expect(slow).toEqual([]);
  });
});

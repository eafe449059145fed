// @lane sqlite: what is done for each way is the same code; that it is as many statements, `work-of-jobs.test.ts` counts.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { serve, type Served } from '../../../../src/serve.ts';
import { User } from '../../../../src/entities/identity/user.entity.ts';
import type { Passwords } from '../../../../src/services/adapters/passwords/port.ts';
import { fingerprint } from '../../../../src/services/kernel/ids.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../people-environment.ts';
import { noLimits } from '../../../support/no-limits.ts';
import { makeAccount, signIn } from '../people.ts';
import { entryPoints, type EntryPoint, type Making } from './entry-points.ts';
import { median, Outsider, timingDifference, type Sampled } from './samples.ts';
import { noteStatements, type Statements } from './statements.ts';
import { markOn } from '../../../../src/schema/shared/marks.ts';

/**
 * Nobody outside learns who has an account: not by status, headers or bytes, not by how often a password is hashed, not
 * by the work that an answer takes: as many statements, counted each time, and under `STORM=full` as much time. The ways
 * are asked in turns, over one connection, so that what disturbs the machine disturbs all of them; an entry point that
 * fails is examined again, twice: a leak fails three times.
 */
let env: PeopleEnvironment;
let served: Served;
let making: Making;
let token: string;
let statements: Statements;
/** What a test does on the server for addresses that are known. */
let leak: ((emailHash: string) => Promise<void>) | undefined;

/** What a hash costs is the same for everybody, and how many there are is counted: here it costs nothing, so that the rest is seen. */
const cheap: Passwords = {
  hash: async (password) => fingerprint(password),
  matches: async (password, hash) => fingerprint(password) === hash,
  isOutdated: async () => false,
};

beforeAll(async () => {
  env = await openPeopleEnvironment({
    services: {
      passwords: cheap,
      limits: { ...noLimits, take: async (rule, key) => (rule === 'account-mail/account' ? leak?.(key) : undefined) },
    },
  });
  // A machine that runs other tests besides lags: that would turn away whoever has not signed in yet.
  served = await serve(env.app, { load: { isOverloaded: () => false, stop: () => undefined } });
  await makeAccount(env, 'insider@example.org');
  token = (await signIn(env, 'insider@example.org')).accessToken;
  making = { env, passwordHash: await env.app.services.passwords.hash(goodPassword) };
  statements = noteStatements();
});
afterEach(() => {
  leak = undefined;
});
afterAll(async () => {
  statements.stop();
  await served.stop();
  await env.close();
});

const isTimed = process.env['STORM'] === 'full' || process.env['ENUMERATION'] === 'full';
/**
 * So many answers each at a time; those that are timed, up to six times. An entry point whose ways differ by less than
 * half of what is allowed passes at once, unless it is `ENUMERATION=full`.
 */
const turns = isTimed ? 40 : 4;
const most = isTimed ? 6 : 1;
const isPatient = process.env['ENUMERATION'] === 'full';

interface Examined {
  /** Everything that was ever seen from outside, and how often a password was hashed: one entry is as it should be. */
  readonly seen: ReadonlySet<string>;
  readonly apart: string | null;
}

interface Sample extends Sampled {
  readonly make: EntryPoint['ways'][string];
  /** How many statements each answer took. */
  readonly work: number[];
}

async function examine({ ways, document, hashes, isSignedIn }: EntryPoint): Promise<Examined> {
  const samples = Object.entries(ways).map(([way, make]): Sample => ({ way, make, times: [], work: [] }));
  const seen = new Set<string>();
  for (let batch = 1; ; batch += 1) {
    const asked = await Promise.all(
      samples.map(async (sample) => ({ ...sample, questions: await sample.make(making, turns) })),
    );
    // The server answers a thousand on one connection, and says so in the last.
    const outsider = new Outsider(served.url);
    for (let turn = 0; turn < turns; turn += 1) {
      for (const { times, work, questions } of asked) {
        const { input, echoed } = questions[turn] as (typeof questions)[number];
        env.hashes.length = 0;
        statements.executed.length = 0;
        const { words, milliseconds } = await outsider.ask({
          body: { query: document, variables: { input } },
          echoed,
          token: isSignedIn ? token : undefined,
        });
        await statements.quiet();
        times.push(milliseconds);
        work.push(statements.executed.length);
        seen.add(`${words} and ${env.hashes.length} hashes`);
      }
    }
    outsider.close();
    const isClear = !isPatient && timingDifference(samples, { isHashing: hashes === 1, share: 0.5 }) === null;
    if (isClear || batch === most) return { seen, apart: workDifference(samples) ?? timeDifference(samples, hashes) };
  }
}

/** The ways by the statements that their answers take, when those are not as many. */
function workDifference(samples: readonly Sample[]): string | null {
  const counts = samples.map(({ work }) => median(work));
  if (new Set(counts).size === 1) return null;
  return samples.map(({ way }, i) => `${way} ${counts[i]} statements`).join(', ');
}

const timeDifference = (samples: readonly Sample[], hashes: number): string | null =>
  isTimed ? timingDifference(samples, { isHashing: hashes === 1 }) : null;

/** What still distinguishes the ways of an entry point at the third examination. */
async function leaksOf(entryPoint: EntryPoint): Promise<string[]> {
  const found: string[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { seen, apart } = await examine(entryPoint);
    expect([...seen]).toEqual([expect.stringContaining(`and ${entryPoint.hashes} hashes`)]);
    if (apart === null) return [];
    found.push(apart);
  }
  return found;
}

test.each(Object.keys(entryPoints))(
  `%s answers alike in every case, in bytes, in hashes and in work`,
  async (name) => {
    expect(await leaksOf(entryPoints[name] as EntryPoint)).toEqual([]);
  },
  120_000,
);

test(`one read more for those who are known is noticed, each time`, async () => {
  leak = async (emailHash) => {
    known ??= new Set(
      (await env.db.selectFrom('user').select('email').execute()).map(({ email }) => fingerprint(email)),
    );
    if (known.has(emailHash)) await env.app.orm.em.fork().findOne(User, { email: 'insider@example.org' });
  };
  let known: Set<string> | undefined;
  const { resendActivation } = entryPoints as Record<'resendActivation', EntryPoint>;
  const { nobody, active } = resendActivation.ways as Record<string, EntryPoint['ways'][string]>;
  const people = await (active as EntryPoint['ways'][string])(making, most * turns * 3);
  let next = 0;
  // Made before the set of those who are known is read.
  const again = async (_making: Making, count: number) => people.slice(next, (next += count));
  const found = await leaksOf({
    ...resendActivation,
    ways: { nobody: nobody as EntryPoint['ways'][string], active: again },
  });
  expect(found).toHaveLength(3);
});

/** Fields that somebody outside may ask, and that an address or an account cannot be named to. */
const namesNobody: Readonly<Record<string, string>> = {
  acceptInvitation: 'a secret of 256 bits from a mail',
  activateAccount: 'a secret from a mail',
  confirmEmailChange: 'a secret from a mail',
  undoEmailChange: 'a secret from a mail',
  resetPassword: 'a secret from a mail',
  exportCustomerData: 'a secret from a mail',
  eraseCustomer: 'a secret from a mail',
  publicInvoice: 'a secret from a mail',
  publicQuote: 'a secret from a mail',
  acceptPublicQuote: 'a secret from a mail',
  refusePublicQuote: 'a secret from a mail',
  payInvoice: 'a secret from a mail',
  openInvoiceCheckout: 'a secret from a mail',
  confirmIdentity: 'a secret from a mail, and one of the browser',
  refreshSession: 'a secret that only a session holds',
  verifyTwoFactor: 'a secret that a right password gave',
  twoFactorPasskeyOptions: 'the same secret',
  oauthAuthorizeUrl: 'a provider, nobody',
  signInWithPasskey: 'what a device signed for a challenge of ours',
  abandonGuestOrder: 'a secret from a mail',
  guestOrderStatus: 'a secret from a mail',
  openGuestCheckout: 'a secret from a mail',
  requestGuestReview: 'a secret from a mail',
  resumeGuestOrder: 'a secret from a mail',
  uploadGuestManuscript: 'a secret from a mail',
  attachGuestOrder: 'a secret from a mail',
  visitorConversation: 'a secret from a mail',
  replyAsVisitor: 'a secret from a mail',
  closeTicketAsVisitor: 'a secret from a mail',
  cancelTicketAsVisitor: 'a secret from a mail',
  requestVisitorDownload: 'a secret from a mail',
  requestFreeSample: 'what sendContactForm asks, which is tried here, and a file',
  rateFaqEntry: 'a question and an answer',
  searchHelp: 'a text',
  enumLabels: 'names of enumerations',
  faqEntries: 'a language and a text',
  page: 'the name of a page',
  pages: 'a language and a text',
  priceItems: 'a text',
  artisans: 'words of those who are published',
  reviews: 'words without a name, once approved',
  artisan: 'a name of the web, of one who is published',
  offerings: 'an artisan who is published, and a text',
  offering: 'an offering',
  estimatePrice: 'a service and a number',
  availability: 'a service, who gives it, and a secret of one’s own booking',
  nextAvailability: 'the same',
  holdSlot: 'a time of an artisan',
  renewHold: 'a secret that only whoever keeps the time has',
  releaseHold: 'the same',
  consultationSlots: 'a time zone',
  bookConsultation: 'an order of one’s own, and otherwise as createBooking',
  createBooking: 'no account is looked up: an address is only counted, and whoever books hears no more than a stranger',
  resumeBookingPayment: 'a secret from a mail',
  publicBooking: 'a code that only whoever booked knows, with its secret or its address: no account is looked up',
  bookingCancellationTerms: 'the same',
  cancelBooking: 'the same',
  rescheduleBooking: 'the same',
  resendBookingLink: 'the same',
  submitReview: 'the same',
  updateBookingDetails: 'the same',
  uploadBookingFile: 'the same',
  confirmBookingChange: 'a secret from a mail',
};
/** Fields that take an address and may reveal an account: those who may ask see everybody. */
const maySee: Readonly<Record<string, string>> = {
  emailDeliveries: 'who may read mails sees whom they are to',
  emailSuppressions: 'who may read mails sees which addresses get none',
  payments: 'who may read every payment, of people without an account',
  refunds: 'the same',
  disputes: 'the same',
  invoices: 'the same, and every invoice',
  quotes: 'the same, and every quote',
  createUser: 'an admin',
  createStaffBooking: 'an artisan, and nothing is looked up',
  createArtisan: 'an admin',
  updateArtisan: 'an artisan, of themself: the address is where mails go, and none is looked up',
  createOrderFor: 'an admin or a program, who sees every order; known or not, the answer is an order',
  changeSeller: 'an admin, of the seller',
  inviteToCabinet: 'a manager of a cabinet: a place waits for the address either way, and members see the same of it',
  createQuote: 'an admin, and nothing is looked up',
  createInvoiceDraft: 'an admin, and nothing is looked up',
  updateInvoiceDraft: 'an admin, and nothing is looked up',
  updateQuote: 'the same',
  reviseQuote: 'the same',
  sendInvoice: 'the same: a mail goes where it is asked to go',
};

const takesAddress = (type: GraphQLInputType): boolean => {
  const named = getNamedType(type);
  return (
    named.name === 'EmailAddress' ||
    (isInputObjectType(named) && Object.values(named.getFields()).some((field) => takesAddress(field.type)))
  );
};

/** Root fields that anybody may ask something, and those that take an address. */
function entryPointsOf(schema: GraphQLSchema): string[] {
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  return fields
    .filter(
      (field) =>
        field.args.some(({ type }) => takesAddress(type)) ||
        (field.args.length > 0 && markOn(schema, field, 'public') !== undefined),
    )
    .map(({ name }) => name);
}

test('every entry point is examined, or says why nobody can be named there', async () => {
  const answered = [...Object.keys(entryPoints), ...Object.keys(namesNobody), ...Object.keys(maySee)];
  expect(entryPointsOf(await env.app.schema()).toSorted()).toEqual(answered.toSorted());
});

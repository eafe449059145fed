import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Operation, UseCase } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import type { CalendarFlowRequest } from './begin-flow.ts';

/** What the browser brought back: the query of the address it was sent to, with its question mark. */
export interface CalendarReturn {
  readonly provider: CalendarFlowRequest['provider'];
  readonly query: string;
}

type Needed = 'run' | 'limits' | 'actor' | 'config' | 'now' | 'db';

/**
 * Returns the address of the front-end to send the browser to: with a code, or with why there is none. The code is what the provider
 * sent, of no use without the proof of the browser that began, its owner’s session, and secrets that only the application has.
 */
export const receiveCalendarReturn: Operation<Needed, CalendarReturn, string> = async (ctx, back) => {
  const [name, value] = await codeFor(ctx, back).then(
    (code) => ['code', code] as const,
    (error: unknown) => ['error', codeOf(error)] as const,
  );
  return `${ctx.config.frontUrl}/calendars/callback?${new URLSearchParams({ [name]: value }).toString()}`;
};

function codeOf(error: unknown): ErrorCode {
  if (error instanceof DomainError) return error.code;
  throw error;
}

/** Longer than any provider’s. */
const longestQuery = 6_000;

async function codeFor(ctx: Pick<AppContext, Needed>, { provider, query }: CalendarReturn): Promise<string> {
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const brought = new URLSearchParams(query);
  const stateHash = fingerprint(brought.get('state') ?? '');
  if (query.length > longestQuery || !(await isOpen(ctx, { provider, stateHash })))
    throw new DomainError('TOKEN_INVALID');
  if (!brought.has('error')) return Buffer.from(query).toString('base64url');
  await ctx.run(abandonFlow, stateHash);
  throw new DomainError('CALENDAR_REFUSED');
}

async function isOpen(
  { db, now }: Pick<AppContext, Needed>,
  { provider, stateHash }: { readonly provider: CalendarReturn['provider']; readonly stateHash: string },
): Promise<boolean> {
  const flow = await db
    .selectFrom('calendar_flow')
    .select('id')
    .where('state_hash', '=', stateHash)
    .where('provider', '=', provider)
    .where('done_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return flow !== undefined;
}

/** Its owner said no at the provider: nothing of it can be used again. */
const abandonFlow: UseCase<'em' | 'now', string, boolean> = async ({ em, now }, stateHash) => {
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('calendar_flow')
    .set({ done_at: now })
    .where('state_hash', '=', stateHash)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return numberFrom(numUpdatedRows) === 1;
};

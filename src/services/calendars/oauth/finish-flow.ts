import { CalendarFlow } from '../../../entities/calendars/calendar-flow.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { loadArtisan } from '../../scheduling/index.ts';
import { openConnection } from '../connections/open-connection.ts';
import { whileAsked } from '../connections/outside.ts';
import { oauthOf, secretsOf } from './flow-secrets.ts';

export interface CalendarFlowEnd {
  /** Of the address that the browser was sent back to. */
  readonly code: string;
  /** What the browser kept to itself. */
  readonly proof: string;
}

type Needed = 'run' | 'calendars' | 'vault' | 'limits' | 'derived' | 'actor' | 'config' | 'now';

/**
 * Ends the way to a provider and back, in the browser and by the person that began it: the connection is opened. It is used up before the
 * provider is asked. Errors: TOKEN_INVALID for one of another person or browser, used or too old; NOT_FOUND, PLAN_REQUIRED, PLAN_OVER_QUOTA,
 * CALENDAR_REFUSED, CALENDAR_UNREACHABLE.
 */
export const finishCalendarConnection: Operation<Needed, CalendarFlowEnd, string> = async (ctx, { code, proof }) => {
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const query = Buffer.from(code, 'base64url').toString();
  const state = new URLSearchParams(query).get('state') ?? '';
  const { artisanId, provider, connectionId, keepsTitles } = await ctx.run(claimFlow, {
    stateHash: fingerprint(state),
    proofHash: fingerprint(proof),
  });
  const secrets = secretsOf(ctx, provider, state);
  const oauth = oauthOf(ctx, provider);
  const allowed = await whileAsked(() => oauth.readReturn(`${secrets.redirectUri}${query}`, secrets));
  return openConnection(ctx, { artisanId, provider, connectionId, keepsTitles, ...allowed });
};

/** Of two that come at once with the same code one finds it; a stranger, or another browser, uses nothing up. */
const claimFlow: UseCase<
  'em' | 'actor' | 'now',
  { readonly stateHash: string; readonly proofHash: string },
  Pick<CalendarFlow, 'artisanId' | 'provider' | 'connectionId' | 'keepsTitles'>
> = async (tx, { stateHash, proofHash }) => {
  const { numUpdatedRows } = await writing(tx.em)
    .db.updateTable('calendar_flow')
    .set({ done_at: tx.now })
    .where('state_hash', '=', stateHash)
    .where('proof_hash', '=', proofHash)
    .where('user_id', '=', personOf(tx.actor))
    .where('done_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  if (numberFrom(numUpdatedRows) !== 1) throw new DomainError('TOKEN_INVALID');
  const flow = await tx.em.findOneOrFail(CalendarFlow, { stateHash });
  await loadArtisan(tx, flow.artisanId, 'calendar:manage');
  return flow;
};

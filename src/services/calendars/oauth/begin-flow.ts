import { CalendarFlow } from '../../../entities/calendars/calendar-flow.entity.ts';
import { personOf } from '../../access/actor.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, UseCase } from '../../platform/context.ts';
import { whileAsked } from '../connections/outside.ts';
import { oauthOf, secretsOf } from './flow-secrets.ts';

export interface CalendarFlowRequest {
  readonly artisanId: string;
  readonly provider: 'GOOGLE' | 'MICROSOFT';
  /** The connection that is opened anew; null for a new one. */
  readonly connectionId: string | null;
  readonly keepsTitles?: boolean;
}

/** Where the browser goes, and what it keeps to itself meanwhile. */
export interface CalendarFlowStart {
  readonly url: string;
  readonly proof: string;
}

export type CalendarFlowContext = Pick<
  AppContext,
  'run' | 'calendars' | 'limits' | 'derived' | 'actor' | 'config' | 'now' | 'db'
>;

/** The way to a provider and back takes so long at most. */
const flowMs = 10 * 60_000;

/**
 * Begins the way to a provider and back. The caller has seen that the agenda is theirs and may have one more connection. Errors:
 * CALENDAR_REFUSED where people do not sign in, CALENDAR_UNREACHABLE.
 */
export async function beginCalendarFlow(
  ctx: CalendarFlowContext,
  request: CalendarFlowRequest,
): Promise<CalendarFlowStart> {
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const [state, proof] = [newSecret(), newSecret()];
  const oauth = oauthOf(ctx, request.provider);
  const url = await whileAsked(() => oauth.authorizeUrl(secretsOf(ctx, request.provider, state)));
  await ctx.run(openFlow, { ...request, stateHash: fingerprint(state), proofHash: fingerprint(proof) });
  return { url, proof };
}

const openFlow: UseCase<
  'em' | 'actor' | 'now',
  CalendarFlowRequest & { readonly stateHash: string; readonly proofHash: string },
  void
> = async ({ em, actor, now }, flow) => {
  em.create(CalendarFlow, { ...flow, userId: personOf(actor), expiresAt: new Date(now.getTime() + flowMs) });
};

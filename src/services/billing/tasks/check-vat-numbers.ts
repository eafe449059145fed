import { LockMode } from '@mikro-orm/core';
import { BillingProfile } from '../../../entities/billing/billing-profile.entity.ts';
import type { VatNumberAnswer } from '../../adapters/vat-register/port.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { checkVatNumberTask } from './vat-number-jobs.ts';

type CheckNeeds = Pick<AppContext, 'db' | 'run' | 'vatRegister'>;

/** As many a night: the register is slow, and asks not to be hurried. */
const mostANight = 20;

/** Looks the number of one profile up. Where nobody can say anything it stays unchecked, and invoices go on. */
export async function checkVatNumber(
  ctx: CheckNeeds,
  { profileId }: PayloadOf<typeof checkVatNumberTask>,
): Promise<void> {
  for (const profile of await unchecked(ctx.db).where('id', '=', profileId).execute()) await lookUp(ctx, profile);
}

/** Looks up what is still unchecked, oldest first, until the register is silent. */
export async function checkVatNumbers(ctx: CheckNeeds): Promise<void> {
  const profiles = await unchecked(ctx.db).orderBy('id').limit(mostANight).execute();
  for (const profile of profiles) if ((await lookUp(ctx, profile)) === 'UNKNOWN') return;
}

const unchecked = (db: Db) =>
  db
    .selectFrom('billing_profile')
    .select(['id', 'vat_number as vatNumber'])
    .where('kind', '=', 'EU_BUSINESS')
    .where('vat_number', 'is not', null)
    .where('vat_number_check', '=', 'UNCHECKED');

interface Unchecked {
  readonly id: string;
  readonly vatNumber: string | null;
}

async function lookUp({ run, vatRegister }: CheckNeeds, { id, vatNumber }: Unchecked): Promise<VatNumberAnswer> {
  if (vatRegister === null || vatNumber === null) return 'UNKNOWN';
  const answer = await vatRegister.lookUp(vatNumber);
  if (answer !== 'UNKNOWN') await run(noteAnswer, { id, vatNumber, answer });
  return answer;
}

/** Of the number that was asked about, and of no other that was written meanwhile. */
async function noteAnswer(
  { em, record }: Tx<'em' | 'record'>,
  { id, vatNumber, answer }: { id: string; vatNumber: string; answer: Exclude<VatNumberAnswer, 'UNKNOWN'> },
): Promise<void> {
  const profile = await em.findOne(BillingProfile, { id, vatNumber }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (profile === null || profile.vatNumberCheck === answer) return;
  profile.vatNumberCheck = answer;
  record({
    action: 'BILLING_PROFILE_UPDATED',
    targetType: 'user',
    targetId: profile.person.id,
    payload: { fields: ['vatNumberCheck'], vatNumberCheck: answer },
  });
}

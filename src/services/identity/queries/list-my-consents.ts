import type { ConsentPurpose, ConsentRecord } from '../../../entities/identity/consent-record.entity.ts';
import { personOf } from '../../access/actor.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** A consent given or withdrawn, as its person sees it. */
export interface ConsentRow {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly policyVersion: string;
  readonly isGranted: boolean;
  readonly at: Date;
  readonly source: string;
}

export const consentRowOf = ({
  id,
  purpose,
  policyVersion,
  isGranted,
  createdAt,
  source,
}: ConsentRecord): ConsentRow => ({ id, purpose, policyVersion, isGranted, at: createdAt, source });

const most = 100;

/** Every consent that the current user gave or withdrew, newest first: the newest of a purpose counts. */
export async function listMyConsents({ db, actor }: Pick<ReadContext, 'db' | 'actor'>): Promise<ConsentRow[]> {
  const rows = await db
    .selectFrom('consent_record')
    .select(['id', 'purpose', 'policy_version', 'is_granted', 'created_at', 'source'])
    .where('user_id', '=', personOf(actor))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    policyVersion: row.policy_version,
    isGranted: Boolean(row.is_granted),
    at: instantFrom(row.created_at),
    source: row.source,
  }));
}

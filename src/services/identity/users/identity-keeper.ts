import { numberFrom } from '../../platform/orm/values.ts';
import type { PersonKeeper } from '../../platform/ports.ts';

/** Sessions and mailed secrets go with the account itself; consents are proof, kept when the account must stay. */
export const identityKeeper: PersonKeeper = {
  holdings: async ({ db }, userId) => {
    const row = await db.selectFrom('user').where('id', '=', userId).select((eb) => [
      eb.selectFrom('session').select(({ fn }) => fn.countAll().as('n')).where('user_id', '=', userId).as('sessions'),
      eb.selectFrom('consent_record').select(({ fn }) => fn.countAll().as('n')).where('user_id', '=', userId).as('consents'),
    ]).executeTakeFirst();
    return [
      { record: 'SESSIONS', count: numberFrom(row?.sessions), fate: 'DELETED' },
      { record: 'CONSENTS', count: numberFrom(row?.consents), fate: 'DELETED', isProof: true },
    ];
  },
};

import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Seller, type AccountNumbers } from '../../entities/billing/seller.entity.ts';
import type { Operation, Tx, UseCase } from '../platform/context.ts';
import { sellerFromConfig } from './seller-facts.ts';

/** The first version has an id of its own, so that two processes starting together write it once. */
const firstId = '00000000-0000-7000-8000-000000000001';
const beginning = '2000-01-01';

/** The usual accounts of the French plan (PCG). */
export const usualAccounts: AccountNumbers = {
  customers: '411',
  services: '706',
  goods: '707',
  deposits: '4191',
  vatDue: '44571',
  vatAwaitingReceipt: '44574',
  providers: '467',
  bank: '512',
};

/** The version of the seller in force on a local day: the one that began last, of two on one day the later written. */
export async function sellerInForce(tx: Tx<'em' | 'config'>, on: string): Promise<Seller> {
  const [seller] = await tx.em.find(
    Seller,
    { validFrom: { $lte: on } },
    { orderBy: { validFrom: 'desc', id: 'desc' }, limit: 1 },
  );
  return seller ?? writeFirst(tx, undefined);
}

/** What the settings say, as the first version. */
const writeFirst: UseCase<'em' | 'config', void, Seller> = async ({ em, config }) => {
  const { addressLines, logo: _, ...facts } = sellerFromConfig(config);
  return em.create(Seller, {
    id: firstId,
    validFrom: beginning,
    accounts: usualAccounts,
    vatPeriod: facts.vatRegime === 'FRANCHISE' ? 'FRANCHISE' : 'MONTHLY',
    addressLines: [...addressLines],
    logo: null,
    ...facts,
  });
};

/** Writes the seller of the settings into a database that has none; afterwards only `changeSeller` changes it. */
export const seedSeller: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  if ((await db.selectFrom('seller').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  try {
    await run(writeFirst, undefined);
  } catch (error) {
    // Two processes starting together: the second finds the work of the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
};

import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeArtisan, makeOffering, makeOpening } from '../../support/make/scheduling.ts';

/** An offering that anybody books, every day at nine. */
export function makeBookable(em: EntityManager): { bookableOffering: string } {
  const artisan = makeArtisan(em);
  makeOpening(em, artisan);
  return { bookableOffering: makeOffering(em, artisan).id };
}

import { PriceItem } from '../../src/entities/catalog/price-item.entity.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { touchContent } from '../../src/services/platform/public-content.ts';
import type { TestEnvironment } from '../support/environment.ts';
import { makePriceItem } from '../support/make/price-item.ts';

/** A service to order, made once per database, and made known as public content. Answers its id. */
export async function seedPriceItem({ app, contextFor }: TestEnvironment): Promise<string> {
  const em = app.orm.em.fork();
  const known = await em.findOne(PriceItem, { name: 'Pack KDP' });
  if (known) return known.id;
  const made = makePriceItem(em, {
    name: 'Pack KDP',
    description: 'Tout',
    serviceType: 'Pack',
  });
  await em.flush();
  await contextFor().run(async (tx: Tx<'publish'>) => touchContent(tx), {});
  return made.id;
}

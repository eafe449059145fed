import { PriceItem } from '../../src/entities/catalog/price-item.entity.ts';
import type { TestEnvironment } from '../support/environment.ts';
import { makePriceItem } from '../support/make/price-item.ts';

/** A service to order, made once per database. Answers its id. */
export async function seedPriceItem({ app }: TestEnvironment): Promise<string> {
  const em = app.orm.em.fork();
  const known = await em.findOne(PriceItem, { name: 'Pack KDP' });
  if (known) return known.id;
  const made = makePriceItem(em, {
    name: 'Pack KDP',
    description: 'Tout',
    serviceType: 'Pack',
  });
  await em.flush();
  return made.id;
}

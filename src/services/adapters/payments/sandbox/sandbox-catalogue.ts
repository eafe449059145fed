/** Products and prices of the sandbox: facts, written once; of what is said of a product the latest counts. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { planIntervals } from '../../../kernel/plans.ts';
import { PaymentFailure, type CataloguePort, type CatalogueProduct, type ProviderCatalogue } from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';
import { sandboxIdOf } from './sandbox-cards.ts';

const product = z.object({ id: z.string(), reference: z.string(), name: z.string(), description: z.string() });
const price = z.object({
  id: z.string(),
  /** The later of two prices has their lookup key. */
  made: z.string(),
  productId: z.string(),
  lookupKey: z.string(),
  amount: z.object({ amount: z.int(), currency: z.string() }),
  interval: z.enum(planIntervals).nullable(),
});
const archived = z.object({ id: z.string() });

function catalogueFacts(directory: string) {
  const folder = join(directory, 'catalogue');
  const write = (name: string, value: object) => writeFactOnce(join(folder, `${name}.json`), value);
  /** Those of a kind, in the order of their names. */
  async function all<T>(kind: string, shape: z.ZodType<T>): Promise<T[]> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(`${kind}.`)).sort();
    const found = await Promise.all(names.map((name) => readFact(join(folder, name), shape)));
    return found.filter((fact) => fact !== undefined);
  }
  return { write, all };
}

type Facts = ReturnType<typeof catalogueFacts>;

async function catalogueOf({ all }: Facts): Promise<ProviderCatalogue> {
  const products = new Map((await all('product', product)).map((one) => [one.id, one]));
  const gone = new Set((await all('archived', archived)).map(({ id }) => id));
  const prices = (await all('price', price))
    .filter(({ id }) => !gone.has(id))
    .sort((a, b) => (a.made < b.made ? -1 : 1));
  const holders = new Map(prices.map(({ id, lookupKey }) => [lookupKey, id]));
  return {
    products: [...products.values()],
    prices: prices.map(({ made: _, ...one }) => ({
      ...one,
      lookupKey: holders.get(one.lookupKey) === one.id ? one.lookupKey : null,
    })),
  };
}

export function sandboxCatalogue({
  directory,
  secret,
}: {
  readonly directory: string;
  readonly secret: Buffer;
}): CataloguePort {
  const facts = catalogueFacts(directory);
  const { write, all } = facts;
  const say = (id: string, { reference, name, description }: CatalogueProduct): Promise<void> =>
    write(`product.${newId()}`, { id, reference, name, description });
  return {
    readCatalogue: () => catalogueOf(facts),
    async createProduct(given) {
      const id = sandboxIdOf(secret, 'prod', given.reference);
      await say(id, given);
      return id;
    },
    async updateProduct(id, given) {
      if (!(await all('product', product)).some((known) => known.id === id))
        throw new PaymentFailure('refused', 'resource_missing');
      await say(id, given);
    },
    async createPrice({ productId, reference, lookupKey, amount, interval }) {
      const id = sandboxIdOf(secret, 'price', `${reference}:${productId}`);
      await write(`price.${id}`, { id, made: newId(), productId, lookupKey, amount, interval });
      return id;
    },
    archivePrice: (id) => write(`archived.${id}`, { id }),
  };
}

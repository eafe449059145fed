import {
  PaymentFailure,
  providersAble,
  type CataloguePort,
  type ProviderCatalogue,
} from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { priceDifferences, type PriceSyncAction, type ProductDifferences } from './price-differences.ts';
import type { ProviderIds, Sellables } from './sellable.ts';

/** One line of a synchronisation: what was done, or would be. */
export interface PriceSyncLine {
  readonly action: PriceSyncAction;
  /** Our reference of the product, or the lookup key of the price; the provider’s id of one that has none of ours. */
  readonly subject: string;
  readonly name: string;
}

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'config' | 'payments' | 'sellables' | 'log'>;

export interface SyncPrices {
  /** Says what differs, and changes nothing. */
  readonly dryRun: boolean;
}

/**
 * Brings the provider’s products and prices in line with ours. What is there already is recognised by our references, so that twice
 * is once, two at once make one list, and one that was killed is finished by the next. Refuses with `PAYMENT_UNAVAILABLE` when no
 * provider keeps such a list, or it does not answer.
 */
export async function syncPrices(ctx: Needed, { dryRun }: SyncPrices): Promise<PriceSyncLine[]> {
  const catalogue = providersAble(ctx.payments, 'catalogue')[0]?.catalogue;
  if (catalogue === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { reason: 'NO_CATALOGUE' });
  try {
    return await syncWith(ctx, catalogue, dryRun);
  } catch (error) {
    if (!(error instanceof PaymentFailure)) throw error;
    ctx.log.warn({ kind: error.kind, reason: error.reason }, 'prices not synchronised');
    throw new DomainError('PAYMENT_UNAVAILABLE', {}, { cause: error });
  }
}

async function syncWith(ctx: Needed, catalogue: CataloguePort, dryRun: boolean): Promise<PriceSyncLine[]> {
  const today = localDateOf(ctx.now, ctx.config.TIME_ZONE);
  const provided = await catalogue.readCatalogue();
  const lines: PriceSyncLine[] = [];
  const references = new Set<string>();
  for (const sellables of ctx.sellables)
    for (const difference of priceDifferences(await sellables.list(ctx, today), provided)) {
      references.add(difference.sellable.reference);
      lines.push(...linesOf(difference));
      if (!dryRun) await bringInLine(ctx, { catalogue, sellables, difference });
    }
  for (const { id, lookupKey, name } of pricesOfOthers(provided, references)) {
    lines.push({ action: 'ARCHIVE_PRICE', subject: lookupKey ?? id, name });
    if (!dryRun) await catalogue.archivePrice(id);
  }
  if (!dryRun) await ctx.run(recordSync, lines.filter(isChange));
  return lines;
}

interface Bringing {
  readonly catalogue: CataloguePort;
  readonly sellables: Sellables;
  readonly difference: ProductDifferences;
}

/** First the provider, then its ids here: a crash in between leaves what the next run recognises. */
async function bringInLine(
  { run }: Pick<Needed, 'run'>,
  { catalogue, sellables, difference }: Bringing,
): Promise<void> {
  const ids = await applyTo(catalogue, difference);
  crashPoint('after-price-sync');
  await run(rememberIn(sellables), ids);
}

/** Prices of products of ours that are no longer sold. */
const pricesOfOthers = ({ products, prices }: ProviderCatalogue, references: ReadonlySet<string>) =>
  products
    .filter(({ reference }) => !references.has(reference))
    .flatMap(({ id, name }) =>
      prices
        .filter(({ productId }) => productId === id)
        .map((price) => ({ id: price.id, lookupKey: price.lookupKey, name })),
    );

export const isChange = ({ action }: PriceSyncLine): boolean => action !== 'UNCHANGED';

function linesOf({ sellable, action, kept, created, archived }: ProductDifferences): PriceSyncLine[] {
  const line = (act: PriceSyncAction, subject: string): PriceSyncLine => ({
    action: act,
    subject,
    name: sellable.name,
  });
  return [
    line(action, sellable.reference),
    ...kept.map(({ price }) => line('UNCHANGED', price.lookupKey)),
    ...created.map((price) => line('CREATE_PRICE', price.lookupKey)),
    ...archived.map(({ lookupKey, id }) => line('ARCHIVE_PRICE', lookupKey ?? id)),
  ];
}

async function applyTo(catalogue: CataloguePort, difference: ProductDifferences): Promise<ProviderIds> {
  const { sellable, action, kept, created, archived } = difference;
  const { reference, name, description } = sellable;
  const product = { reference, name, description };
  const productId = difference.productId ?? (await catalogue.createProduct(product));
  if (action === 'UPDATE_PRODUCT') await catalogue.updateProduct(productId, product);
  const priceIds = Object.fromEntries(kept.map(({ price, id }) => [price.reference, id]));
  for (const price of created) priceIds[price.reference] = await catalogue.createPrice({ ...price, productId });
  for (const { id } of archived) await catalogue.archivePrice(id);
  return { reference, productId, priceIds };
}

const rememberIn =
  (sellables: Sellables) =>
  (tx: Tx<'em'>, ids: ProviderIds): Promise<void> =>
    sellables.remember(tx, ids);

async function recordSync({ record }: Tx<'record'>, changes: readonly PriceSyncLine[]): Promise<void> {
  if (changes.length === 0) return;
  const counts: Record<string, number> = {};
  for (const { action } of changes) counts[action] = (counts[action] ?? 0) + 1;
  record({ action: 'PRICES_SYNCED', targetType: 'system', payload: counts });
}

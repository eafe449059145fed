import type { CreatePriceItemInput, UpdatePriceItemInput } from '../../schema/catalog/price-item.input.ts';
import type { CreatePriceItem, PriceFields } from '../../services/catalog/index.ts';

/** What is absent is empty. */
export const createdItem = (input: CreatePriceItemInput): CreatePriceItem => ({
  ...input,
  estimatedDuration: input.estimatedDuration ?? null,
  turnaroundWorkingDays: input.turnaroundWorkingDays ?? null,
  rushWorkingDays: input.rushWorkingDays ?? null,
  minimumCents: input.minimumCents ?? null,
  validFrom: input.validFrom ?? null,
});

type Changes = { readonly [K in keyof PriceFields]?: PriceFields[K] | undefined };

/** What is absent stays; null empties what may be empty, and is nothing elsewhere. */
export const itemChanges = (input: UpdatePriceItemInput): Changes => ({
  name: input.name ?? undefined,
  description: input.description ?? undefined,
  priceCents: input.priceCents ?? undefined,
  currency: input.currency ?? undefined,
  unit: input.unit ?? undefined,
  serviceType: input.serviceType ?? undefined,
  isFeatured: input.isFeatured ?? undefined,
  estimatedDuration: input.estimatedDuration,
  turnaroundWorkingDays: input.turnaroundWorkingDays,
  rushWorkingDays: input.rushWorkingDays,
  minimumCents: input.minimumCents,
  validFrom: input.validFrom,
});

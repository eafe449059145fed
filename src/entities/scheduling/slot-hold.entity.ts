import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Artisan } from './artisan.entity.ts';
import { Offering } from './offering.entity.ts';

export const slotHoldStatuses = ['HELD', 'CONSUMED', 'RELEASED', 'EXPIRED'] as const;
export type SlotHoldStatus = (typeof slotHoldStatuses)[number];

/** A slot that somebody keeps while they fill the form in. Owned by whoever holds its token; deleted a day after its end. */
export const SlotHold = defineEntity({
  name: 'SlotHold',
  tableName: 'slot_hold',
  properties: {
    ...base(),
    /** SHA-256 of the token, which is stored nowhere. */
    tokenHash: p.string().length(64).unique(),
    offering: () => p.manyToOne(Offering).lazyRef().deleteRule('cascade'),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('cascade'),
    startsAt: instant(),
    endsAt: instant(),
    expiresAt: instant(),
    renewedAt: instant().strictNullable().default(null),
    status: p.enum(slotHoldStatuses).default('HELD'),
    /** Where it came from, so that one address keeps few: /24 or /48. */
    network: p.string().length(45).strictNullable().default(null),
    /** Which of the few places of its network it has, as long as it keeps its slot: no two have the same. */
    networkSeat: p.integer().strictNullable().default(null),
  },
  uniques: [{ properties: ['network', 'networkSeat'] }],
  indexes: [{ properties: ['status', 'expiresAt'] }],
});
export type SlotHold = InferEntity<typeof SlotHold>;

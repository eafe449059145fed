import type { Tx } from '../platform/context.ts';

/** Whether something was ordered of a price item: asked of every module that takes orders, in the transaction of a change. */
export type PriceItemUse = (tx: Tx<'em'>, priceItemId: string) => Promise<boolean>;

declare module '../platform/module.ts' {
  interface Module {
    /** Says which price items are in use; the price list knows no orders. */
    readonly priceItemUse?: PriceItemUse;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** What says whether a price item is in use. */
    readonly priceItemUses: readonly PriceItemUse[];
  }
}

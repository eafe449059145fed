import type { PriceUnit } from '../../entities/catalog/price-item.entity.ts';
import { formatMoney } from '../kernel/format.ts';
import type { Locale } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';

const perUnit: Record<Locale, Record<PriceUnit, string>> = {
  fr: { PACK: '', PAGE: '\u00a0/\u00a0page' },
  en: { PACK: '', PAGE: '\u00a0/\u00a0page' },
};

/** A price as people read it, without useless decimals: « 350 € », « 2 € / page », « 1,50 € / page ». */
export const priceLabel = ({ price, unit }: { price: Money; unit: PriceUnit }, locale: Locale): string =>
  formatMoney(price, locale).replace(/[.,]00(?=\D|$)/, '') + perUnit[locale][unit];

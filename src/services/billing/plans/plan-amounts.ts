import type { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import type { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import { money, type Money } from '../../kernel/money.ts';

type Priced = Pick<PlanPeriod, 'amountCents' | 'creditCents' | 'currency'>;

export const priceAmount = ({ amountCents, currency }: PlanPrice): Money => money(amountCents, currency);

/** What a period costs: its invoice. */
export const periodAmount = ({ amountCents, currency }: Priced): Money => money(amountCents, currency);

/** What of it is paid by crediting the period that it replaces. */
export const periodCredit = ({ creditCents, currency }: Priced): Money => money(creditCents, currency);

/** What is asked of the payer. */
export const periodToPay = ({ amountCents, creditCents, currency }: Priced): Money =>
  money(amountCents - creditCents, currency);

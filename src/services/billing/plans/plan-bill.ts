import type { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import { Plan } from '../../../entities/billing/plan.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { formatDate } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import { addDays } from '../../kernel/plan-calendar.ts';
import type { Tx } from '../../platform/context.ts';
import type { Bill } from '../billable.ts';

/** Where a person sees and pays their plan in the front-end. */
export const planPath = '/abonnement';

const words: Record<Locale, (plan: string, from: string, to: string) => string> = {
  fr: (plan, from, to) => `Abonnement ${plan}, du ${from} au ${to}`,
  en: (plan, from, to) => `${plan} plan, ${from} to ${to}`,
};

export const planName = ({ nameFr, nameEn }: Pick<Plan, 'nameFr' | 'nameEn'>, locale: Locale): string =>
  locale === 'fr' ? nameFr : nameEn;

/** What a period is sold as, for this amount. */
export async function planBill({ em }: Tx<'em'>, period: PlanPeriod, total: Money): Promise<Bill> {
  const { locale } = await em.findOneOrFail(User, { id: period.person.id });
  const plan = await em.findOneOrFail(Plan, { id: period.plan.id });
  const last = addDays(period.endsOn, -1);
  const description = words[locale as Locale](
    planName(plan, locale as Locale),
    formatDate(period.startsOn, locale),
    formatDate(last, locale),
  );
  return {
    payer: { userId: period.person.id },
    description,
    total,
    lines: [{ description, quantity: 1, unit: '', gross: total }],
    // A payment page sells no price that is charged again and again.
    ...(plan.stripeProductId ? { listed: { productId: plan.stripeProductId, priceId: null } } : {}),
    operation: 'SERVICES',
    returnPath: planPath,
  };
}

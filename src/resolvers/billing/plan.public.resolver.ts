import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PlanEntitlementType, PlanPriceType, PlanType } from '../../schema/billing/plan.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  entitlementsOfPlans,
  listPlans,
  pricesOfPlans,
  pricesOn,
  type PlanEntitlementRow,
  type PlanPriceRow,
  type PlanRow,
} from '../../services/billing/index.ts';
import { localDateOf } from '../../services/kernel/format.ts';
import { loadSure, type Context } from '../context.ts';

@Resolver(() => PlanType)
export class PlanPublicResolver {
  @Cost({ size: 10 })
  @CacheControl({ maxAgeSeconds: 60 })
  @Public()
  @Query(() => [PlanType], { description: 'The plans that can be chosen.' })
  plans(@Ctx() context: Context): Promise<PlanRow[]> {
    return listPlans(context.read);
  }

  @Cost({ size: 4 })
  @FieldResolver(() => [PlanPriceType], {
    description: 'What it is sold at, by currency and interval, and what it will be sold at from a later day.',
  })
  async prices(@Root() plan: PlanRow, @Ctx() context: Context): Promise<PlanPriceRow[]> {
    const prices = await loadSure(context, pricesOfPlans, plan.id);
    return pricesOn(prices, localDateOf(context.read.now, context.timeZone));
  }

  @Cost({ size: 4 })
  @FieldResolver(() => [PlanEntitlementType], {
    description: 'What it contains; a feature that is absent is not included.',
  })
  entitlements(@Root() plan: PlanRow, @Ctx() context: Context): Promise<PlanEntitlementRow[]> {
    return loadSure(context, entitlementsOfPlans, plan.id);
  }
}

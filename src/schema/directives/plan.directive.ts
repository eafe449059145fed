import {
  defaultFieldResolver,
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  isEnumType,
  type GraphQLField,
  type GraphQLFieldResolver,
} from 'graphql';
import { Directive } from 'type-graphql';
import { planFeatures, type PlanFeature } from '../../services/kernel/plans.ts';
import { wrapFields, type Resolving } from '../shared/wrap-fields.ts';
import { markOn } from '../shared/marks.ts';

/** Only for people whose plan includes this feature, whoever else may use the field. Written in the SDL, beside `@auth`. */
export const Plan = (feature: PlanFeature): MethodDecorator & PropertyDecorator =>
  Directive(`@plan(feature: ${feature})`);

/** What the mark asks of the context: refuses with `PLAN_REQUIRED { feature }`. The database is read each time. */
export interface PlanGuarded {
  requireFeature(feature: PlanFeature, use: { readonly isWriting: boolean }): Promise<void>;
}
type Resolve = GraphQLFieldResolver<unknown, PlanGuarded>;

/** Adds the mark to a schema that has the features as an enumeration: the type of its argument. */
export function withPlanDirective(schema: GraphQLSchema): GraphQLSchema {
  const features = schema.getType('PlanFeature');
  if (!isEnumType(features)) return schema;
  const planDirective = new GraphQLDirective({
    name: 'plan',
    description:
      'Only for people whose plan includes this feature. A suspended plan can still be read: mutations are then refused.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { feature: { type: new GraphQLNonNull(features), description: 'The feature.' } },
  });
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, planDirective] });
}

/** Wraps the fields that carry `@plan`; a subscription is asked when it begins and before each event. */
export function enforcePlans(schema: GraphQLSchema): GraphQLSchema {
  const mutations = schema.getMutationType()?.name;
  return wrapFields<PlanGuarded>(schema, (field, typeName) => {
    const plan = markOn(schema, field, 'plan');
    if (plan === undefined) return undefined;
    const feature: unknown = plan['feature'];
    if (!isFeature(feature)) throw new Error(`${typeName}.${field.name}: no feature is called ${String(feature)}`);
    return guard(field, { feature, isWriting: typeName === mutations });
  });
}

const isFeature = (name: unknown): name is PlanFeature => planFeatures.some((feature) => feature === name);

function guard(
  field: GraphQLField<unknown, PlanGuarded>,
  { feature, isWriting }: { readonly feature: PlanFeature; readonly isWriting: boolean },
): Resolving<PlanGuarded> {
  const wrap =
    (next: Resolve): Resolve =>
    async (source, args, context, info) => {
      await context.requireFeature(feature, { isWriting });
      return next(source, args, context, info);
    };
  return {
    resolve: wrap(field.resolve ?? defaultFieldResolver),
    ...(field.subscribe === undefined ? {} : { subscribe: wrap(field.subscribe) }),
  };
}

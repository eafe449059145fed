import { getDirective, mapSchema, MapperKind } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  isEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
} from 'graphql';
import { Directive } from 'type-graphql';
import { planFeatures, type PlanFeature } from '../../services/kernel/plans.ts';

/** Only for people whose plan includes this feature, whoever else may use the field. Written in the SDL, beside `@auth`. */
export const Plan = (feature: PlanFeature): MethodDecorator & PropertyDecorator =>
  Directive(`@plan(feature: ${feature})`);

/** What the mark asks of the context: refuses with `PLAN_REQUIRED { feature }`. The database is read each time. */
export interface PlanGuarded {
  requireFeature(feature: PlanFeature, use: { readonly isWriting: boolean }): Promise<void>;
}
type Resolve = GraphQLFieldResolver<unknown, PlanGuarded>;
type FieldConfig = GraphQLFieldConfig<unknown, PlanGuarded>;

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
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const plan = getDirective(schema, field, 'plan')?.[0];
      if (plan === undefined) return undefined;
      const feature: unknown = plan['feature'];
      if (!isFeature(feature)) throw new Error(`${typeName}.${name}: no feature is called ${String(feature)}`);
      return guard(field as FieldConfig, { feature, isWriting: typeName === mutations }) as typeof field;
    },
  });
}

const isFeature = (name: unknown): name is PlanFeature => planFeatures.some((feature) => feature === name);

function guard(
  field: FieldConfig,
  { feature, isWriting }: { readonly feature: PlanFeature; readonly isWriting: boolean },
): FieldConfig {
  const wrap =
    (next: Resolve): Resolve =>
    async (source, args, context, info) => {
      await context.requireFeature(feature, { isWriting });
      return next(source, args, context, info);
    };
  return {
    ...field,
    resolve: wrap(field.resolve ?? defaultFieldResolver),
    ...(field.subscribe === undefined ? {} : { subscribe: wrap(field.subscribe) }),
  };
}

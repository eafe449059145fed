// The API of the product with other permissions than it has, for the work that measures what they cost.
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { resolvers } from '../../dist/resolvers/index.js';
import { enforceAuth } from '../../dist/schema/directives/auth.directive.js';
import { createSchema, unguardedSchema } from '../../dist/schema/schema.js';
import { createMetrics } from '../../dist/services/platform/metrics.js';

/** The types of W1's page, and what an admin may do: each of their fields then asks for it. */
const pageTypes = new Set(['OrderConnection', 'Order', 'Person', 'OrderFile', 'Invoice', 'Money']);
const onEachField = { auth: { requires: 'order:list' } };

const withAuthOnEachField = (schema) =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, _name, typeName) =>
      pageTypes.has(typeName) ? { ...field, extensions: { ...field.extensions, directives: onEachField } } : undefined,
  });

const schemas = {
  none: () => unguardedSchema(resolvers),
  declared: () => createSchema(resolvers),
  'every-field': async () => enforceAuth(withAuthOnEachField(await unguardedSchema(resolvers))),
};

/** The app as it is, but for the schema that `name` stands for; its metrics are its own, because each door registers them. */
export const withPermissions = (app, name) => ({ ...app, metrics: createMetrics(), schema: schemas[name] });

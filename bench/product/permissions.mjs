// The API of the product with other permissions than it has, for the work that measures what they cost.
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { resolvers } from '../../dist/resolvers/index.js';
import { enforceAuth } from '../../dist/schema/directives/auth.directive.js';
import { createSchema, unguardedSchema } from '../../dist/schema/schema.js';
import { createMetrics } from '../../dist/services/platform/metrics.js';

/** The types of W1's page, and an admin's permission: each of their fields then requires it. */
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

/**
 * The app unchanged, except for the schema named `name`; its metrics are its own, because each server registers them.
 */
export const withPermissions = (app, name) => ({ ...app, metrics: createMetrics(), schema: schemas[name] });

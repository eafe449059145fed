import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { notice, table } from './text.mjs';

/** docs/permissions.md: who may try what, and through which fields. */
export async function permissionsPage() {
  const { permissions } = await import('../../src/services/access/permissions.ts');
  const { userRoles } = await import('../../src/services/kernel/roles.ts');
  const { fields, open } = rootFields();
  const rows = Object.entries(permissions).map(([name, roles]) => [
    `\`${name}\``, ...userRoles.map((role) => (roles.includes(role) ? '✓' : '')), (fields.get(name) ?? []).join(', ') || '—',
  ]);
  return `${notice('src/services/access/permissions.ts and the schema')}# Permissions

Each root field of the API names a permission (\`@auth(requires: …)\`) or is open to everyone (\`@public\`); one that says
neither does not start. The table says which kind of person may try; which *object* they may touch is decided by the
policy of the use case, with \`NOT_FOUND\` for what is not theirs.

${table(['Permission', ...userRoles, 'Fields'], rows)}

Open to everyone: ${open.join(', ')}.
`;
}

function rootFields() {
  const schema = buildSchema(readFileSync('src/schema/schema.graphql', 'utf8'));
  const fields = new Map();
  const open = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const { name, astNode } of Object.values(type?.getFields() ?? {})) {
      const auth = astNode.directives.find((directive) => directive.name.value === 'auth');
      const permission = auth?.arguments.find((argument) => argument.name.value === 'requires')?.value.value;
      if (permission === undefined) open.push(`\`${name}\``);
      else fields.set(permission, [...(fields.get(permission) ?? []), `\`${name}\``]);
    }
  }
  return { fields, open };
}

import { readFileSync } from 'node:fs';
import { notice, table } from './text.mjs';

/**
 * docs/permissions.md: the roles of each permission, and the measured response of every field and route to every kind
 * of caller.
 */
export async function permissionsPage() {
  const { permissions, holders } = await import('../../src/services/access/permissions.ts');
  const { kinds, rows } = readMatrix('matrix');
  const routes = readMatrix('routes').rows;
  const held = Object.entries(permissions).map(([name, by]) => [
    `\`${name}\``,
    ...holders.map((holder) => (by.includes(holder) ? '✓' : '')),
    fieldsOf(rows, name).join(', ') || '—',
  ]);
  const roots = ['Query', 'Mutation', 'Subscription'].map(
    (root) => `## ${root}

${table(
  ['Field', 'Permission', ...kinds],
  rows
    .filter(({ type }) => type === root)
    .map(({ name, requires, cells }) => [`\`${name}\``, requires.replace(/^[\w:-]+/, '`$&`'), ...cells.map(sign)]),
)}
`,
  );
  return `${notice('src/services/kernel/vocabulary, the schema, and matrix.csv and routes.csv in tests/scenarios/authorization-matrix')}# Permissions

Each root field of the API names a permission (\`@auth(requires: …)\`) or is open to everyone (\`@public\`); one that says
neither does not start. The first table says who may hold a permission: roles of people, the set AUDITOR that a person is
granted beside their role, and SERVICE: service accounts with an API token, each limited to its own scopes. Which *object* a
caller may access is decided by the policy of the use case, with \`NOT_FOUND\` for other people’s objects.

${table(['Permission', ...holders, 'Fields'], held)}

Open to everyone: ${fieldsOf(rows, 'public').join(', ')}.

The tables below are measured: every field of the schema is requested as every kind of caller, about things of the first
of two customers. \`npm run matrix\` measures it again; the test of the same name fails when a response
differs or a field is missing. The owner is the customer whose things they are; the other customer and the other
proofreader have no part in them; the service account has every scope there is; a caller without a recent re-authentication signed in hours ago, and
is asked for one (\`stepUp\`) where the permission is said to need it.

✓ allowed · ✗ refused by the permission (\`FORBIDDEN\`, or \`UNAUTHENTICATED\` where nobody known asks) · ∅ \`NOT_FOUND\` · a code: allowed, and
refused for another reason in this example · *event*: receives events of that thing’s stream.

${roots.join('\n')}
## Objects

Which fields of each object are visible in all those responses together. ✓ a value · ○ only empty lists · null · blank: in no response.

${table(['Object', 'Fields', ...kinds], objectRows(rows))}

## Routes

Every route of the server beside the API, requested over HTTP as every kind of caller, about the owner’s things. ✓ answered · ✗ 401 ·
∅ 404, the same response whether the thing is another’s or does not exist. Mails, the payment page and the front-end stub
exist in development only.

${table(['Route', 'Asked for', ...kinds], routeRows(routes))}
`;
}

function sign(cell) {
  if (cell === 'allow' || cell === 'delivered' || cell === 'value') return '✓';
  if (cell === 'deny NOT_FOUND') return '∅';
  if (cell.startsWith('deny ') || cell === 'not delivered') return '✗';
  if (cell === 'empty') return '○';
  return cell === '-' ? '' : cell.replace(/^rule (.*)$/, '`$1`');
}

function routeSign(cell) {
  const [status, code = status] = cell.split(' ');
  if (status < 400) return '✓';
  if (code === 'NOT_FOUND') return '∅';
  return code === 'UNAUTHENTICATED' ? '✗' : `\`${code}\``;
}

/** Routes with the same responses share a row. */
function routeRows(rows) {
  const parts = rows.map(({ field, cells }) => {
    const [route, what] = field.split(': ');
    return { route, what, cells };
  });
  const alike = Map.groupBy(parts, ({ what, cells }) => `${what} ${cells.join()}`);
  return [...alike.values()].map((group) => [
    group.map(({ route }) => `\`${route}\``).join(', '),
    group[0].what,
    ...group[0].cells.map(routeSign),
  ]);
}

function readMatrix(name) {
  const [head, ...lines] = readFileSync(`tests/scenarios/authorization-matrix/${name}.csv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return {
    kinds: head.slice(2),
    rows: lines.map(([field, requires, ...cells]) => ({
      field,
      type: field.slice(0, field.indexOf('.')),
      name: field.slice(field.indexOf('.') + 1),
      requires,
      cells,
    })),
  };
}

const isRoot = ({ type }) => ['Query', 'Mutation', 'Subscription'].includes(type);
const fieldsOf = (rows, requirement) =>
  rows
    .filter((row) => isRoot(row) && row.requires.replace(' + fresh proof', '') === requirement)
    .map(({ name }) => `\`${name}\``);

/** Fields of an object with the same visibility share a row. */
function objectRows(rows) {
  const alike = Map.groupBy(
    rows.filter((row) => !isRoot(row)),
    ({ type, cells }) => `${type} ${cells.join()}`,
  );
  return [...alike.values()].map((group) => [
    `\`${group[0].type}\``,
    group.map(({ name }) => `\`${name}\``).join(', '),
    ...group[0].cells.map(sign),
  ]);
}

import { table } from './text.mjs';

/** The table of variables in the README. */
export async function configurationTable() {
  const { variables } = await import('../../src/services/platform/config.ts');
  return table(
    ['Variable', 'Default', 'Meaning'],
    Object.entries(variables.shape).map(([name, schema]) => {
      const fallback = schema.safeParse(undefined);
      return [`\`${name}\``, fallback.success ? shown(fallback.data) : '', schema.description ?? ''];
    }),
  );
}

function shown(value) {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return `\`${value === false ? 0 : value}\``;
}

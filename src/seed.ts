import type { App } from './app.ts';
import { seedPriceList } from './services/catalog/index.ts';
import { seedContent } from './services/content/index.ts';
import { seedExamplePeople, seedFirstAdmin } from './services/identity/index.ts';
import { system } from './services/access/actor.ts';

/** Writes what an empty house needs, and answers what a person should be told, once. */
export async function seed(app: App): Promise<string[]> {
  const ctx = app.contextFor({ actor: system, requestId: 'seed' });
  await seedPriceList(ctx);
  await seedContent(ctx);
  const people = [...(await seedFirstAdmin(ctx)), ...(await seedExamplePeople(ctx))];
  if (people.length === 0) return [];
  return [
    'People who were just made; their passwords are shown this once:',
    ...people.map(({ role, email, password }) => `  ${role.padEnd(12)} ${email.padEnd(28)} ${password}`),
  ];
}

// Removes what the run made: its temporary directory, and databases of worlds that were not closed.
import { rmSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';

export default function tearDown() {
  return cleanUp(process.env);
}

export async function cleanUp({ TEST_HOME, TEST_DATABASE_PREFIX, TEST_DATABASE_URL }) {
  if (TEST_HOME) rmSync(TEST_HOME, { recursive: true, force: true });
  if (!TEST_DATABASE_PREFIX) return;
  const server = await createConnection(TEST_DATABASE_URL);
  const [rows] = await server.query('show databases');
  for (const { Database: name } of rows)
    if (name.startsWith(TEST_DATABASE_PREFIX)) await server.query(`drop database \`${name}\``);
  await server.end();
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** A database server that lends databases to tests. */
export interface DatabaseServer {
  /** A database that nobody else uses, by its name: migrated and empty, or without any table. */
  lend(isMigrated: boolean): Promise<string>;
  /** What was lent; whoever used it has closed every connection. */
  takeBack(name: string): Promise<void>;
}

/** How a migrated database becomes as it was (`global-setup.mjs`). */
interface Emptying {
  readonly tables: readonly {
    readonly name: string;
    readonly statements: readonly string[];
    readonly isAlways: boolean;
  }[];
  readonly triggers: readonly string[];
}

/** Statements that change what a database is made of, which nothing else leaves a trace of; creating leaves one. */
const changing = ['alter_table', 'create_index', 'drop_index', 'drop_table', 'drop_trigger', 'rename_table'];

const patience = { tries: 20, milliseconds: 5 };

/**
 * To create a database and drop it costs the server a tenth of a second, to empty one a tenth of that: what was lent is
 * lent again. It is dropped where somebody is still connected, and where statements that change tables or triggers were
 * run meanwhile, whoever ran them.
 */
export function openDatabaseServer(url: string, { home, prefix }: { home: string; prefix: string }): DatabaseServer {
  const ask = openConnection(url);
  const template = readFileSync(join(home, 'template.sql'), 'utf8');
  const emptying = JSON.parse(readFileSync(join(home, 'emptying.json'), 'utf8')) as Emptying;
  const spare: string[] = [];
  /** How many changing statements the server had run when a migrated database was lent. */
  const lent = new Map<string, string>();
  let count = 0;

  async function create(isMigrated: boolean): Promise<string> {
    const name = `${prefix}${process.pid}_${(count += 1)}_${Math.random().toString(36).slice(2, 8)}`;
    const tables = isMigrated ? `; use \`${name}\`;\n${template}` : '';
    await ask(`create database \`${name}\` character set utf8mb4 collate utf8mb4_unicode_ci${tables}`);
    return name;
  }

  async function changes(): Promise<string> {
    const names = changing.map((verb) => `'Com_${verb}'`).join(', ');
    return JSON.stringify(await ask(`show global status where Variable_name in (${names})`));
  }

  const column = async (statement: string, key: string): Promise<unknown[]> =>
    (await ask(statement)).map((row) => (row as Record<string, unknown>)[key]);

  async function isAsItWas(name: string): Promise<boolean> {
    const before = lent.get(name);
    if (before === undefined || (await changes()) !== before) return false;
    const tables = await column(`show tables from \`${name}\``, `Tables_in_${name}`);
    if (tables.join() !== emptying.tables.map((table) => table.name).join()) return false;
    const triggers = await column(`show triggers from \`${name}\``, 'Trigger');
    return triggers.toSorted().join() === emptying.triggers.toSorted().join();
  }

  /** A connection that was closed is there for a moment still. */
  async function isLeft(name: string): Promise<boolean> {
    const question = `select id from information_schema.processlist where db = '${name}' and id <> connection_id()`;
    for (let tries = 0; tries < patience.tries; tries += 1) {
      if ((await ask(question)).length === 0) return true;
      await sleep(patience.milliseconds);
    }
    return false;
  }

  async function empty(name: string): Promise<void> {
    const questions = emptying.tables
      .filter(({ isAlways }) => !isAlways)
      .map((table) => `select '${table.name}' as name where exists (select 1 from \`${name}\`.\`${table.name}\`)`);
    const written = new Set(await column(questions.join(' union all '), 'name'));
    const statements = emptying.tables
      .filter((table) => table.isAlways || written.has(table.name))
      .flatMap((table) => table.statements);
    await ask(`use \`${name}\`; set foreign_key_checks = 0; ${statements.join('; ')}; set foreign_key_checks = 1`);
  }

  return {
    async lend(isMigrated) {
      const name = (isMigrated ? spare.pop() : undefined) ?? (await create(isMigrated));
      if (isMigrated) lent.set(name, await changes());
      return name;
    },
    async takeBack(name) {
      const isLentAgain = (await isLeft(name)) && (await isAsItWas(name));
      lent.delete(name);
      if (!isLentAgain) return void (await ask(`drop database if exists \`${name}\``));
      await empty(name);
      spare.push(name);
    },
  };
}

/** Asks over one connection, which is opened again when the server was away. */
function openConnection(uri: string): (statements: string) => Promise<RowDataPacket[]> {
  let opened: Promise<Connection> | undefined;
  const open = async (): Promise<Connection> => {
    const connection = await createConnection({ uri, multipleStatements: true });
    for (const event of ['error', 'end']) connection.on(event, () => (opened = undefined));
    return connection;
  };
  return async (statements) => {
    const [rows] = await (await (opened ??= open())).query<RowDataPacket[]>(statements);
    return rows;
  };
}

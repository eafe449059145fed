// The ORM without a connection: metadata and migrations only.
import { SqlMikroORM } from '@mikro-orm/sql';
import { MySqlDriver } from '@mikro-orm/mysql';

export async function openless(dialect, directory) {
  const { entities } = await import('../src/entities/index.ts');
  const { ormOptions } = await import('../src/services/platform/orm/orm.ts');
  const url = dialect === 'mysql' ? 'mysql://offline:offline@127.0.0.1:1/atelier' : undefined;
  return new SqlMikroORM({
    ...ormOptions({ url, file: `${directory}/offline.sqlite` }, [...entities]),
    connect: false,
    logger: () => {},
  });
}

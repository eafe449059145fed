/** For MikroORM's own command line and for `npm run generate`; the server composes its ORM in src/app.ts. */
import { entities } from './src/entities/index.ts';
import { readConfig } from './src/services/platform/config.ts';
import { ormOptions } from './src/services/platform/orm/orm.ts';

const config = readConfig();

export default ormOptions(
  { url: config.DATABASE_URL, file: `${config.dataDir}/atelier.sqlite`, poolSize: config.DATABASE_POOL },
  [...entities],
);

// The two servers that are compared, on the same data.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './processes.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** As the product opens by default. */
const poolSize = 10;
const startMilliseconds = 30_000;

const ready = (program) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the server did not start:\n${program.said()}`)),
      startMilliseconds,
    );
    program.child.on('message', (message) => {
      if (message?.ready === undefined) return;
      clearTimeout(timer);
      resolve(message.ready);
    });
    program.child.once('exit', (code) => reject(new Error(`the server ended (${code}):\n${program.said()}`)));
  });

const inherited = () => ({ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC' });

/** All of them get the same young generation. */
const memory = ['--max-semi-space-size=32', '--expose-gc'];

/** `by` is the program: without GraphQL, or Apollo Server written by hand. */
export async function startBaseline(database, { jobKinds, folder, role = 'server', by = 'server' }) {
  const secret = randomBytes(32);
  const settings = {
    engine: database.engine,
    url: database.url,
    file: database.file,
    poolSize,
    secret: secret.toString('base64'),
    jobKinds,
    folder,
  };
  const program = start([...memory, here(`../baseline/${by}.mjs`)], {
    role,
    env: { ...inherited(), NODE_ENV: 'production', FLOOR_SETTINGS: JSON.stringify(settings) },
  });
  return { ...program, secret, port: await ready(program) };
}

/** Settings that production requires to start; none of these services is ever called. */
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'http://127.0.0.1',
  STRIPE_SECRET_KEY: 'sk_test_bench',
  STRIPE_WEBHOOK_SECRET: 'whsec_bench',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_bench',
  SENDGRID_API_KEY: 'SG.bench',
  SELLER_SIRET: '12345678901234',
  SELLER_VAT_REGIME: 'FRANCHISE',
};

/**
 * The product as in production, with every limit in place but raised, and jobs left to a worker (the baseline runs none
 * either).
 */
export async function startProduct(database, { home, role = 'server', profile, environment = {} }) {
  const data = join(home, `product-${database.engine}-${database.name}`);
  const env = {
    ...inherited(),
    ...production,
    HOST: '127.0.0.1',
    PORT: '0',
    WORKERS: 'off',
    LOG_LEVEL: 'info',
    RATE_LIMIT_SCALE: '1000000',
    CONNECTIONS_PER_ADDRESS: '4000',
    UV_THREADPOOL_SIZE: '12',
    DATABASE_POOL: String(poolSize),
    DATA_DIR: join(data, 'data'),
    KEYS_DIR: join(data, 'keys'),
    ...environment,
    ...(database.engine === 'sqlite' ? { BENCH_DATABASE_FILE: database.file } : { DATABASE_URL: database.url }),
  };
  const watching = [
    ...memory,
    ...['watch', 'statements'].flatMap((name) => ['--import', here(`../preload/${name}.mjs`)]),
  ];
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const program = start([...watching, ...profiling, here('../product/server.mjs')], { role, env });
  return { ...program, port: await ready(program) };
}

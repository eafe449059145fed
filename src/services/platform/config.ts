import { join, resolve } from 'node:path';
import { z } from 'zod';
import { databaseVariables } from './config/database.ts';
import { isInside } from './config/folders.ts';
import { keysVariables } from './config/keys.ts';
import { operationVariables } from './config/operation.ts';
import { placeFrom, type Place } from './config/places.ts';
import { providersVariables } from './config/providers.ts';
import { sampleSeller, sellerVariables } from './config/seller.ts';
import { serverVariables } from './config/server.ts';
import { targetFaults } from './config/target-faults.ts';
import { settingFault } from './config-faults.ts';

/** The one file that reads the environment. All errors are reported together, and the process does not start. */

/** Every variable, with its default and what it means; `.env.example` is generated from here. */
export const variables = z.object({
  ...serverVariables,
  ...keysVariables,
  ...databaseVariables,
  ...providersVariables,
  ...sellerVariables,
  ...operationVariables,
});

type Environment = z.infer<typeof variables>;

export interface Config extends Environment {
  readonly isProduction: boolean;
  readonly publicUrl: string;
  readonly frontUrl: string;
  readonly dataDir: string;
  readonly keysDir: string;
  /** Where sealed files are stored. */
  readonly storage: Place;
}

/** Thrown once, with every error found, so that they can all be corrected together. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const productionNeeds = ['PUBLIC_URL', 'STRIPE_SECRET_KEY'] as const;

/** The environment of the process; the settings of `.env` are added to it before it is read. */
export const environment: NodeJS.ProcessEnv = process.env;

export function readConfig(given: Record<string, string | undefined> = environment): Config {
  const { values, faults } = readVariables(given);
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, '');
  const config: Config = {
    ...values,
    SELLER_VAT_NUMBER: values.SELLER_VAT_NUMBER ?? sampleVatNumber(values),
    isProduction: values.NODE_ENV === 'production',
    publicUrl,
    frontUrl: (values.FRONT_URL ?? publicUrl).replace(/\/$/, ''),
    dataDir: resolve(values.DATA_DIR),
    keysDir: resolve(values.KEYS_DIR),
    storage: placeFrom(values.STORAGE_URL ?? '') ?? {
      kind: 'FOLDER',
      folder: join(resolve(values.DATA_DIR), 'files'),
    },
  };
  const allFaults = [...faults, ...faultsOf(config)];
  if (allFaults.length > 0) throw new ConfigurationError(allFaults.join('\n'));
  return config;
}

/** The sample number is the default of the sample seller only: a real seller must give their own. */
const sampleVatNumber = ({ NODE_ENV, SELLER_SIRET, SELLER_VAT_REGIME }: Environment): string | undefined =>
  NODE_ENV !== 'production' && SELLER_VAT_REGIME === 'STANDARD' && SELLER_SIRET === sampleSeller.siret
    ? sampleSeller.vatNumber
    : undefined;

/** A variable that is invalid counts as absent afterwards, so that the errors of the others are found too. */
function readVariables(environment: Record<string, string | undefined>): { values: Environment; faults: string[] } {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(present);
  if (parsed.success) return { values: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) =>
    settingFault(path.join('.'), message, environment[String(path[0])]),
  );
  for (const {
    path: [name],
  } of parsed.error.issues)
    delete present[String(name)];
  return { values: variables.parse(present), faults };
}

/** Settings of one provider: given together or not at all. */
const settingGroups = [
  ['FEEXPAY_TOKEN', 'FEEXPAY_SHOP', 'FEEXPAY_WEBHOOK_SECRET', 'FEEXPAY_NETWORKS'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'],
  ['GOOGLE_CALENDAR_CLIENT_ID', 'GOOGLE_CALENDAR_CLIENT_SECRET'],
  ['MICROSOFT_CALENDAR_CLIENT_ID', 'MICROSOFT_CALENDAR_CLIENT_SECRET'],
] as const;

function faultsOf(config: Config): string[] {
  const faults = [...(config.isProduction ? productionFaults(config) : []), ...mailFaults(config)];
  if (isInside(config.keysDir, config.dataDir))
    faults.push(settingFault('KEYS_DIR', 'must be outside DATA_DIR', config.keysDir));
  faults.push(
    ...targetFaults(config),
    ...stripeFaults(config),
    ...keyFaults(config),
    ...demoFaults(config),
    ...twilioFaults(config),
  );
  for (const names of settingGroups) {
    if (new Set(names.map((name) => config[name] === undefined)).size > 1)
      faults.push(`${names.join(', ')}: all of them or none`);
  }
  return faults;
}

/** A key service needs the name of its key. */
const keyFaults = ({ KEY_PROVIDER, KMS_KEY_ID, AZURE_KEY_ID }: Config): string[] => [
  ...(KEY_PROVIDER === 'AWS_KMS' && KMS_KEY_ID === undefined ? ['KMS_KEY_ID: required with KEY_PROVIDER=AWS_KMS'] : []),
  ...(KEY_PROVIDER === 'AZURE_KEY_VAULT' && AZURE_KEY_ID === undefined
    ? ['AZURE_KEY_ID: required with KEY_PROVIDER=AZURE_KEY_VAULT']
    : []),
];

/** Production requires all three: what is missing is reported together. */
function stripeFaults(config: Config): string[] {
  const isMeant = config.isProduction || config.STRIPE_SECRET_KEY !== undefined;
  if (!isMeant)
    return config.STRIPE_PUBLISHABLE_KEY === undefined
      ? []
      : ['STRIPE_SECRET_KEY: required with STRIPE_PUBLISHABLE_KEY'];
  return [
    ...(config.STRIPE_WEBHOOK_SECRET.length === 0 ? ['STRIPE_WEBHOOK_SECRET: required with STRIPE_SECRET_KEY'] : []),
    ...(config.STRIPE_PUBLISHABLE_KEY === undefined ? ['STRIPE_PUBLISHABLE_KEY: required with STRIPE_SECRET_KEY'] : []),
  ];
}

/** Texts come from a number, or from a messaging service that chooses one. */
function twilioFaults({ TWILIO_ACCOUNT_SID, TWILIO_PHONE_NUMBER, TWILIO_MESSAGING_SERVICE_SID }: Config): string[] {
  const hasSender = (TWILIO_PHONE_NUMBER ?? TWILIO_MESSAGING_SERVICE_SID) !== undefined;
  if (hasSender === (TWILIO_ACCOUNT_SID !== undefined)) return [];
  return ['TWILIO_ACCOUNT_SID: given together with TWILIO_PHONE_NUMBER or TWILIO_MESSAGING_SERVICE_SID'];
}

/** What is bought in a demo is not paid: its orders must never meet a provider. */
function demoFaults({ DEMO_MODE, isProduction, STRIPE_SECRET_KEY, FEEXPAY_TOKEN }: Config): string[] {
  if (!DEMO_MODE) return [];
  if (isProduction) return ['DEMO_MODE: not in production'];
  const isReal = STRIPE_SECRET_KEY !== undefined || FEEXPAY_TOKEN !== undefined;
  return isReal ? ['DEMO_MODE: not with STRIPE_SECRET_KEY or FEEXPAY_TOKEN'] : [];
}

function mailFaults({ isProduction, SENDGRID_API_KEY, SMTP_URL }: Config): string[] {
  if (SENDGRID_API_KEY !== undefined && SMTP_URL !== undefined)
    return ['SENDGRID_API_KEY, SMTP_URL: one of them, not both'];
  const hasNone = SENDGRID_API_KEY === undefined && SMTP_URL === undefined;
  return isProduction && hasNone ? ['SENDGRID_API_KEY or SMTP_URL: one of them is required in production'] : [];
}

function productionFaults(config: Config): string[] {
  const faults = productionNeeds
    .filter((name) => config[name] === undefined)
    .map((name) => `${name}: required in production`);
  if (config.CALENDARS_ON_THIS_MACHINE) faults.push('CALENDARS_ON_THIS_MACHINE: not in production');
  if (config.SELLER_SIRET === sampleSeller.siret || /^0+$/.test(config.SELLER_SIRET))
    faults.push('SELLER_SIRET: required in production');
  if (config.SELLER_VAT_REGIME === 'STANDARD' && config.SELLER_VAT_NUMBER === undefined) {
    faults.push('SELLER_VAT_NUMBER: required in production, unless SELLER_VAT_REGIME is FRANCHISE');
  }
  if (config.BCRYPT_ROUNDS < 12)
    faults.push(settingFault('BCRYPT_ROUNDS', '12 or more in production', String(config.BCRYPT_ROUNDS)));
  return faults;
}

/** The text of `.env.example`: every variable, what it means, its default. */
export const exampleEnvironment = (): string =>
  ['# Generated from src/services/platform/config.ts by `npm run generate`. No setting is needed to start.', '']
    .concat(
      Object.entries(variables.shape).flatMap(([name, schema]) => {
        const fallback = schema.safeParse(undefined);
        const value =
          fallback.success && fallback.data !== undefined ? String(fallback.data === false ? 0 : fallback.data) : '';
        return [`# ${schema.description ?? ''}`, `# ${name}=${value}`, ''];
      }),
    )
    .join('\n');

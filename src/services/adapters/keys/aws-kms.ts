/** AWS Key Management Service, symmetric keys: file, version and data key are its encryption context. */
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  KMSClient,
  type KMSClientConfig,
} from '@aws-sdk/client-kms';
import { DomainError } from '../../kernel/errors.ts';
import type { KeyContext, KeyService } from './port.ts';
import { KeyRingError, WrappedKeyRefused } from './port.ts';

/** Credentials and region come from where the SDK looks for them, unless a test gives them. */
export type AwsKmsSettings = Pick<KMSClientConfig, 'endpoint' | 'region' | 'credentials' | 'maxAttempts'>;

const attempts = 5;
const timeouts = { connectionTimeout: 2_000, requestTimeout: 5_000 };

/** The blob is not one of this key, or not of this context. */
const refusals = new Set(['InvalidCiphertextException', 'IncorrectKeyException']);

export function awsKms(settings: AwsKmsSettings = {}): KeyService {
  const clients = new Map<string, KMSClient>();
  /** An ARN names its region; another name is one of the region of the environment. */
  const clientOf = (name: string): KMSClient => {
    const region = /^arn:[^:]+:kms:([^:]+):/.exec(name)?.[1] ?? '';
    const client = clients.get(region) ?? newClient(settings, region);
    clients.set(region, client);
    return client;
  };

  return {
    find: async (name) => {
      const { KeyMetadata: found } = await clientOf(name)
        .send(new DescribeKeyCommand({ KeyId: name }))
        .catch((cause: Error) => {
          throw new KeyRingError('NO_SERVICE', `AWS KMS does not give the key ${name}: ${cause.name}.`, { cause });
        });
      if (found?.Arn === undefined || found.KeySpec !== 'SYMMETRIC_DEFAULT' || found.KeyState !== 'Enabled')
        throw new KeyRingError('NO_SERVICE', `The key ${name} of AWS KMS must be symmetric and enabled.`);
      return found.Arn;
    },

    wrap: async (name, plain, context) => {
      const answer = await asked(() =>
        clientOf(name).send(
          new EncryptCommand({ KeyId: name, Plaintext: plain, EncryptionContext: encryptionContext(context) }),
        ),
      );
      return Buffer.from(given(answer, name, answer.CiphertextBlob));
    },

    unwrap: async (name, blob, context) => {
      const answer = await asked(() =>
        clientOf(name).send(
          new DecryptCommand({ KeyId: name, CiphertextBlob: blob, EncryptionContext: encryptionContext(context) }),
        ),
      );
      return Buffer.from(given(answer, name, answer.Plaintext));
    },
  };
}

/** Throttling and faults of the network are retried with jitter (the SDK's standard mode). */
const newClient = (settings: AwsKmsSettings, region: string): KMSClient =>
  new KMSClient({
    requestHandler: timeouts,
    maxAttempts: attempts,
    retryMode: 'standard',
    ...settings,
    ...(region !== '' && { region }),
  });

const encryptionContext = ({ fileId, versionId, dekId }: KeyContext): Record<string, string> => ({
  file_id: fileId,
  version_id: versionId,
  dek_id: dekId,
});

async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof Error && refusals.has(cause.name)) throw new WrappedKeyRefused({ cause });
    throw new DomainError('KEY_UNAVAILABLE', {}, { cause });
  }
}

/** What was answered, when it is of the key that was asked. */
function given(answer: { KeyId?: string | undefined }, name: string, bytes: Uint8Array | undefined): Uint8Array {
  if (answer.KeyId === name && bytes !== undefined) return bytes;
  throw new WrappedKeyRefused({ cause: new Error(`AWS KMS answered with the key ${answer.KeyId ?? '(none)'}.`) });
}

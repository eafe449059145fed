/**
 * AWS KMS, as far as we use it: requests and answers are checked against AWS's own description of the API, and keys are
 * really wrapped, by AES-256-GCM with the encryption context as additional data, under any of the versions of a key.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Json } from './calendar-provider.ts';
import type { FakeService, ServiceFault } from './key-service-faults.ts';
import { bodyOf, withFault } from './key-service-faults.ts';

const contractPath = resolve('../shared/contracts/aws-kms/kms-2014-11-01.min.json');

interface Shape {
  readonly shape?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Shape>>;
  readonly key?: Shape;
  readonly value?: Shape;
  readonly member?: Shape;
}
interface Contract {
  readonly operations: Readonly<Record<string, { readonly input: Shape; readonly output: Shape }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const contract = existsSync(contractPath) ? (JSON.parse(readFileSync(contractPath, 'utf8')) as Contract) : undefined;

/** What is wrong with a value, by AWS's description; nothing on a machine that lacks it. */
function faultsOf(given: Shape, value: unknown, at: string): string[] {
  const shape = given.shape === undefined ? given : (contract?.shapes[given.shape] ?? {});
  const expected = { structure: 'object', map: 'object', list: 'array', blob: 'base64', boolean: 'boolean' }[
    shape.type ?? ''
  ];
  const kind = Array.isArray(value) ? 'array' : typeof value;
  if (shape.type === 'blob') {
    const isBlob = typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
    return isBlob ? [] : [`${at} is not base64`];
  }
  // Their description leaves the type of texts out.
  if (kind !== (expected ?? (shape.type === undefined ? 'string' : 'number'))) return [`${at} is ${kind}`];
  if (shape.type === 'structure') {
    const fields = value as Json;
    return [
      ...(shape.required ?? []).filter((name) => fields[name] === undefined).map((name) => `${at}.${name} is missing`),
      ...Object.entries(fields).flatMap(([name, field]) => {
        const member = shape.members?.[name];
        return member ? faultsOf(member, field, `${at}.${name}`) : [`${at}.${name} is unknown`];
      }),
    ];
  }
  if (shape.type === 'map')
    return Object.entries(value as Json).flatMap(([name, field]) =>
      faultsOf(shape.value ?? {}, field, `${at}.${name}`),
    );
  return [];
}

interface FakeKey {
  readonly arn: string;
  readonly versions: Buffer[];
  state: 'Enabled' | 'Disabled';
}

class AwsRefusal extends Error {}

export interface FakeAwsKms extends FakeService {
  /** Makes a key; returns its ARN. */
  addKey(): string;
  /** As AWS does once a year: what was wrapped before still opens. */
  rotate(arn: string): void;
  setState(arn: string, state: FakeKey['state']): void;
  /** Answers as if another key had been asked. */
  answerAs(arn: string | undefined): void;
}

export async function fakeAwsKms(): Promise<FakeAwsKms> {
  const keys = new Map<string, FakeKey>();
  const faults: ServiceFault[] = [];
  const violations: string[] = [];
  let asked = 0;
  let answeredAs: string | undefined;

  const usable = (id: unknown): FakeKey => {
    const key = keys.get(String(id));
    if (!key) throw new AwsRefusal('NotFoundException');
    if (key.state !== 'Enabled') throw new AwsRefusal('DisabledException');
    return key;
  };
  const operations: Readonly<Record<string, (input: Json) => Json>> = {
    DescribeKey: ({ KeyId }) => {
      const key = keys.get(String(KeyId));
      if (!key) throw new AwsRefusal('NotFoundException');
      const [, , , , account = '', id = ''] = key.arn.split(/[:/]/).filter((part) => part !== 'key');
      return {
        KeyMetadata: {
          ...{ AWSAccountId: account, KeyId: id, Arn: key.arn, Enabled: key.state === 'Enabled', KeyState: key.state },
          ...{ KeyUsage: 'ENCRYPT_DECRYPT', KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'AWS_KMS', KeyManager: 'CUSTOMER' },
        },
      };
    },
    Encrypt: ({ KeyId, Plaintext, EncryptionContext }) => {
      const { arn, versions } = usable(KeyId);
      const [version, nonce] = [versions.length - 1, randomBytes(12)];
      const cipher = createCipheriv('aes-256-gcm', versions[version] as Buffer, nonce).setAAD(aad(EncryptionContext));
      const text = Buffer.concat([cipher.update(String(Plaintext), 'base64'), cipher.final(), cipher.getAuthTag()]);
      const head = Buffer.from(JSON.stringify([arn, version]));
      const blob = Buffer.concat([Buffer.of(head.length), head, nonce, text]);
      return { CiphertextBlob: blob.toString('base64'), KeyId: answeredAs ?? arn, EncryptionAlgorithm: algorithm };
    },
    Decrypt: ({ KeyId, CiphertextBlob, EncryptionContext }) => {
      const blob = Buffer.from(String(CiphertextBlob), 'base64');
      const { arn, version, nonce, text } = partsOf(blob);
      if (KeyId !== undefined && KeyId !== arn) throw new AwsRefusal('IncorrectKeyException');
      const { versions } = usable(arn);
      const decipher = createDecipheriv('aes-256-gcm', versions[version] as Buffer, nonce, { authTagLength: 16 })
        .setAAD(aad(EncryptionContext))
        .setAuthTag(text.subarray(-16));
      try {
        const plain = Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]);
        return { Plaintext: plain.toString('base64'), KeyId: answeredAs ?? arn, EncryptionAlgorithm: algorithm };
      } catch {
        throw new AwsRefusal('InvalidCiphertextException');
      }
    },
  };

  const server = createServer((request, response) => {
    asked += 1;
    const answer = (status: number, body: Json): void => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    };
    void withFault(faults, { request, throttled: () => answer(400, { __type: 'ThrottlingException' }) }, async () => {
      const name = String(request.headers['x-amz-target']).replace('TrentService.', '');
      const input = JSON.parse((await bodyOf(request)).toString()) as Json;
      const described = contract?.operations[name];
      if (contract && !described) violations.push(`no operation ${name}`);
      if (described) violations.push(...faultsOf(described.input, input, name));
      try {
        const output = operations[name]?.(input) ?? {};
        if (described) violations.push(...faultsOf(described.output, output, `${name} answer`));
        answer(200, output);
      } catch (error) {
        if (!(error instanceof AwsRefusal)) throw error;
        answer(400, { __type: error.message, message: 'refused' });
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    violations,
    asked: () => asked,
    addKey: () => {
      const arn = `arn:aws:kms:eu-west-3:111122223333:key/${crypto.randomUUID()}`;
      keys.set(arn, { arn, versions: [randomBytes(32)], state: 'Enabled' });
      return arn;
    },
    rotate: (arn) => void keys.get(arn)?.versions.push(randomBytes(32)),
    setState: (arn, state) => {
      const key = keys.get(arn);
      if (key) key.state = state;
    },
    answerAs: (arn) => (answeredAs = arn),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const algorithm = 'SYMMETRIC_DEFAULT';

const aad = (context: unknown): Buffer => Buffer.from(JSON.stringify(Object.entries(context ?? {}).sort()));

function partsOf(blob: Buffer) {
  try {
    const end = 1 + (blob[0] ?? 0);
    const [arn, version] = JSON.parse(blob.subarray(1, end).toString()) as [string, number];
    return { arn, version, nonce: blob.subarray(end, end + 12), text: blob.subarray(end + 12) };
  } catch {
    throw new AwsRefusal('InvalidCiphertextException');
  }
}

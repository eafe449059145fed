import { z } from 'zod';
import { PasskeyFailure, type PasskeyJson } from './port.ts';

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);

/** Longer than any authenticator's: credential ids end at 1,023 bytes. */
const credentialId = base64url(1_400);
const clientDataJSON = base64url(4_000);

const common = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()).default({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
};

const registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON,
    attestationObject: base64url(40_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .optional()
      .catch(undefined),
  }),
});

const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url(4_000),
    signature: base64url(10_000),
    userHandle: base64url(200).nullish(),
  }),
});

export type RegistrationJson = z.infer<typeof registration>;
export type AssertionJson = z.infer<typeof assertion>;

function read<T>(shape: z.ZodType<T>, response: PasskeyJson): T {
  const parsed = shape.safeParse(response);
  if (!parsed.success) throw new PasskeyFailure('not what a browser answers', { cause: parsed.error });
  return parsed.data;
}

export const readRegistrationJson = (response: PasskeyJson): RegistrationJson => read(registration, response);
export const readAssertionJson = (response: PasskeyJson): AssertionJson => read(assertion, response);

const clientData = z.object({ challenge: base64url(200) });

/** The challenge that the response claims; its signature is verified later. */
export function challengeIn({ response }: RegistrationJson | AssertionJson): string {
  try {
    return clientData.parse(JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())).challenge;
  } catch (error) {
    throw new PasskeyFailure('no challenge in it', { cause: error });
  }
}

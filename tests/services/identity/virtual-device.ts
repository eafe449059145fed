/** A browser with a virtual authenticator (Chromium, by its debugging protocol), on a page that the test serves. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type CDPSession, type Page } from 'playwright-core';

export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

type Json = Record<string, unknown>;

export interface VirtualDevice {
  /** Where the page is: the front-end, as far as passkeys are concerned. */
  readonly frontUrl: string;
  /** Asks the browser to make a passkey. */
  create(options: Json): Promise<Json>;
  /** Asks the browser to sign with one. */
  sign(options: Json): Promise<Json>;
  /** Another device in the place of this one: it has no passkeys. */
  replace(): Promise<void>;
  /** Whether the device recognises its person (a fingerprint, a code). */
  recognise(isVerified: boolean): Promise<void>;
  /** A copy of the device’s passkeys put back in the place of what it has: its counters are those of then. */
  copy(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const html = '<!doctype html><meta charset="utf-8"><title>Front</title>';

export async function openVirtualDevice(): Promise<VirtualDevice> {
  const server = createServer(
    (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const frontUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(frontUrl);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  let authenticatorId = await plugIn(cdp);
  return {
    frontUrl,
    create: (options) => inPage(page, 'create', options),
    sign: (options) => inPage(page, 'get', options),
    replace: async () => {
      await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
      authenticatorId = await plugIn(cdp);
    },
    recognise: async (isUserVerified) =>
      void (await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
    copy: async () => {
      const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
      return async () => {
        await cdp.send('WebAuthn.clearCredentials', { authenticatorId });
        for (const credential of credentials) await cdp.send('WebAuthn.addCredential', { authenticatorId, credential });
      };
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function plugIn(cdp: CDPSession): Promise<string> {
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return authenticatorId;
}

/** What a front-end does, by the browser’s own functions: options from JSON, the credential to JSON. */
const inPage = (page: Page, what: 'create' | 'get', options: Json): Promise<Json> =>
  page.evaluate(`(async () => {
  const options = ${JSON.stringify(options)};
  const publicKey = PublicKeyCredential.${what === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'}(options);
  const credential = await navigator.credentials.${what}({ publicKey });
  return JSON.parse(JSON.stringify(credential));
})()`);

// @lane sqlite: proves what a browser reads; the database only keeps it.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { allowedTags } from '../../src/services/content/html/allowed.ts';
import { sanitise } from '../../src/services/content/html/sanitise.ts';
import { createPage, previewLink } from '../../src/services/content/index.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { hostileHtml } from '../fixtures/hostile-html.ts';

/** 39: hostile HTML, read back by the browser for which it was meant. */
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const own = new Set(['https://www.example.org']);
const patience = 120_000;

interface Read {
  readonly written: readonly string[];
  readonly names: readonly string[];
  readonly attributes: readonly string[];
  readonly hasRun: boolean;
}

/** Runs in the browser: what it makes of each text, and everything that is then in the page. */
const reader = `(all) => {
  const names = new Set();
  const attributes = new Set();
  const main = document.querySelector('main');
  const written = all.map((html) => {
    main.innerHTML = html;
    for (const element of main.querySelectorAll('*')) {
      names.add(element.localName);
      for (const { name, value } of element.attributes)
        attributes.add(['href', 'src'].includes(name) ? name + '=' + value.split(':')[0] : name);
    }
    return main.innerHTML;
  });
  return { written, names: [...names], attributes: [...attributes], hasRun: 'hacked' in globalThis };
}`;

test('there are enough of them', () => {
  expect(new Set(hostileHtml).size).toBeGreaterThanOrEqual(150);
});

test('cleaning twice changes nothing', () => {
  for (const html of hostileHtml) {
    const { html: once } = sanitise(html, own);
    expect(sanitise(once, own)).toEqual({ html: once, removed: [] });
  }
});

if (executablePath) describe('in a browser', inBrowser);
else process.stdout.write('No Chromium here: hostile HTML is not read back by a browser.\n');

function inBrowser(): void {
  let browser: Browser;
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await openTestEnvironment({ isWorking: false });
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await env?.close();
  });

  test(
    'it reads what we read, finds nothing that acts, and runs nothing',
    async () => {
      const texts = hostileHtml.map((html) => sanitise(html, own).html);
      const page = await browser.newPage();
      await page.setContent('<!doctype html><html><body><main></main></body></html>');
      await page.route('**/*', (route) => route.abort());
      const read = (await page.evaluate(`(${reader})(${JSON.stringify(texts)})`)) as Read;
      expect(read.hasRun).toBe(false);
      texts.forEach((text, i) => expect([hostileHtml[i], read.written[i]]).toEqual([hostileHtml[i], text]));
      expect(read.names.filter((name) => !allowedTags.has(name))).toEqual([]);
      for (const attribute of read.attributes)
        expect(attribute).toMatch(
          /^(href=(https|mailto|tel|\/.*)|src=(https|\/.*)|rel|title|alt|width|height|start|colspan|rowspan|scope)$/,
        );
      await page.close();
    },
    patience,
  );

  test(
    'a page of all of them, written through the server, does nothing to who looks at it',
    async () => {
      const ctx = env.contextFor();
      const content = hostileHtml.map((html) => sanitise(html, own).html).join('\n');
      const { pageId } = await createPage(ctx, { slug: 'hostile', title: 'Hostile', content });
      const { url } = await ctx.run(previewLink, { id: pageId });
      const page = await browser.newPage();
      const troubles: string[] = [];
      page.on('dialog', (dialog) => void dialog.dismiss().then(() => troubles.push(dialog.message())));
      await page.goto(url);
      expect(await page.title()).toBe('Hostile');
      expect(await page.evaluate(`'hacked' in globalThis`)).toBe(false);
      expect(await page.evaluate(`document.scripts.length + document.forms.length`)).toBe(0);
      expect(troubles).toEqual([]);
      await page.close();
    },
    patience,
  );
}

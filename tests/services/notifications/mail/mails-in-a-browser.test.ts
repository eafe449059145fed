// @lane sqlite: looks at mails in a browser; no database takes part.
/** Every mail, in both languages, as Chromium shows it on a telephone and on a large screen, in light and in dark. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { locales } from '../../../../src/services/kernel/locale.ts';
import { mailRenderer } from '../../../../src/services/notifications/index.ts';
import { mails, type MailName } from '../../../support/mails.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const patience = 240_000;
const leastContrast = 4.5;

const mailer = mailRenderer(mails, {
  brand: 'Staka Livres',
  siteUrl: 'https://www.example.org',
  tagline: { fr: 'Relecture et correction de manuscrits', en: 'Proofreading of manuscripts' },
  contactEmail: 'bonjour@example.org',
  timeZone: 'Europe/Paris',
});

const widths = [390, 1280] as const;
const schemes = ['light', 'dark'] as const;
const states = widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme })));

/** Runs in the page: what is wrong with each frame, as a line that says where. */
const reader = `(leastContrast) => {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const numbersOf = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const groundOf = (view, element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = numbersOf(view.getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const problems = [];
  for (const frame of document.querySelectorAll('iframe')) {
    const { contentDocument: page, contentWindow: view } = frame;
    const say = (problem) => problems.push(frame.title + ': ' + problem);
    const { scrollWidth, clientWidth } = page.documentElement;
    if (scrollWidth > clientWidth) say('overflows, ' + scrollWidth + ' px in ' + clientWidth);
    for (const image of page.querySelectorAll('img:not([alt]), svg:not([aria-label])')) say('no alternative text: ' + image.outerHTML.slice(0, 80));
    const texts = page.createTreeWalker(page.body, 4);
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      if (textContent.trim() === '' || !parentElement.checkVisibility()) continue;
      const ratio = contrast(numbersOf(view.getComputedStyle(parentElement).color), groundOf(view, parentElement));
      if (ratio < leastContrast) say('contrast ' + ratio.toFixed(2) + ': ' + textContent.trim().slice(0, 40));
    }
  }
  return problems;
}`;

const htmlOf = (name: MailName, locale: (typeof locales)[number]): string => {
  const unsubscribe = 'wish' in mails[name] ? { unsubscribeUrl: 'https://www.example.org/unsubscribe' } : {};
  return mailer.renderStored(name, locale, { ...mails[name].sample, ...unsubscribe }).html;
};

if (executablePath) describe('in Chromium', inBrowser);
else process.stdout.write('No Chromium here: no mail was looked at.\n');

function inBrowser(): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  }, patience);
  afterAll(() => browser?.close());

  /** A page of frames, one for each of these documents by its title. */
  async function framesOf(documents: ReadonlyMap<string, string>): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1_400, height: 800 } });
    page.setDefaultTimeout(patience);
    await page.setContent('<!doctype html><title>Mails</title><body></body>');
    await page.evaluate(`Promise.all(${JSON.stringify([...documents])}.map(([title, srcdoc]) => new Promise((loaded) => {
      const frame = Object.assign(document.createElement('iframe'), { title, srcdoc, height: 600, onload: loaded });
      frame.style.border = '0';
      document.body.append(frame);
    })))`);
    return page;
  }

  async function problemsIn(page: Page, { width, scheme }: (typeof states)[number]): Promise<readonly string[]> {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(`for (const frame of document.querySelectorAll('iframe')) frame.width = ${width}`);
    return (await page.evaluate(`(${reader})(${leastContrast})`)) as readonly string[];
  }

  test(
    'every mail fits, says what its images are, and can be read',
    async () => {
      const documents = (Object.keys(mails) as MailName[]).flatMap((name) =>
        locales.map((locale) => [`${name} ${locale}`, htmlOf(name, locale)] as const),
      );
      const page = await framesOf(new Map(documents));
      for (const state of states)
        expect({ ...state, problems: await problemsIn(page, state) }).toEqual({ ...state, problems: [] });
      await page.close();
    },
    patience,
  );

  test('what is wrong is found, and only where it is wrong', async () => {
    const dark = '<style>:root{color-scheme:light dark}@media(prefers-color-scheme:dark){p{color:#eee}}</style>';
    const page = await framesOf(
      new Map([
        ['wide', '<div style="width:500px">x</div>'],
        ['image', '<img src="data:,">'],
        ['grey', '<body style="background:#fff"><p style="color:#999">grey</p>'],
        ['night', `${dark}<body style="background:#fff"><p>bright</p>`],
        ['hidden', '<body style="background:#fff"><p style="color:#fff;display:none">preview</p>'],
      ]),
    );
    const found = async (state: (typeof states)[number]) =>
      (await problemsIn(page, state)).map((problem) => problem.split(':')[0]);
    expect(await found({ width: 390, scheme: 'light' })).toEqual(['wide', 'image', 'grey']);
    expect(await found({ width: 1280, scheme: 'light' })).toEqual(['image', 'grey']);
    expect(await found({ width: 1280, scheme: 'dark' })).toEqual(['image', 'grey', 'night']);
    await page.close();
  });

  test('dark is dark: the page, the card and its words change their colours', async () => {
    const page = await framesOf(new Map([['mail', htmlOf('ticket-waiting', 'fr')]]));
    const colours = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      return (await page.evaluate(`['.page > div[role]', '.card', '.card div div'].map((selector) => {
        const { contentDocument, contentWindow } = document.querySelector('iframe');
        const style = contentWindow.getComputedStyle(contentDocument.querySelector(selector));
        return selector.endsWith('div') ? style.color : style.backgroundColor;
      })`)) as readonly string[];
    };
    const [light, dark] = [await colours('light'), await colours('dark')];
    expect(new Set([...light, ...dark]).size).toBe(6);
    await page.close();
  });
}

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { playgroundTabs } from '../support/playground-tabs.ts';
export { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
export { docx } from '../support/zip.ts';

export interface FileToChoose {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** One answer of GraphQL, whatever is in it. */
export interface Answer {
  readonly data: Record<string, Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export const patience = 240_000;

const textOf = (tab: string): string => playgroundTabs.find(({ name }) => name === tab)?.query ?? '';

/** The playground, as somebody uses it who has nothing but a browser. */
export class PlaygroundPage {
  readonly complaints: string[] = [];
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(context: BrowserContext, url: string): Promise<PlaygroundPage> {
    const opened = new PlaygroundPage(await context.newPage());
    await opened.page.goto(`${url}/playground`);
    await opened.page.waitForSelector('.graphiql-container .view-lines');
    return opened;
  }

  async signIn({ email, password }: { readonly email: string; readonly password: string }): Promise<void> {
    await this.page.fill('input[name=email]', email);
    await this.page.fill('input[name=password]', password);
    await this.page.click('#sign-in button');
  }

  async signedIn(person: { readonly email: string; readonly password: string }): Promise<this> {
    await this.signIn(person);
    await this.page.waitForSelector('#sign-out:not([hidden])');
    return this;
  }

  /** Chooses a tab, writes its variables and runs one of its operations. */
  async begin(tab: string, operation: string, variables: Record<string, unknown>): Promise<void> {
    const { page } = this;
    await page
      .locator('.graphiql-tab-button')
      .nth(playgroundTabs.findIndex(({ name }) => name === tab))
      .click();
    // The editor itself, and not its lines: they may be longer than what is seen of them.
    await page.click('.graphiql-editor-tool .monaco-editor >> visible=true');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(JSON.stringify(variables));
    // The editor closed the brackets that were opened first: what it added stands after the cursor.
    await page.keyboard.press('ControlOrMeta+Shift+End');
    await page.keyboard.press('Delete');
    await page.click('.graphiql-execute-button');
    // A tab of one operation runs it at once.
    if ((textOf(tab).match(/^(?:query|mutation|subscription) /gm) ?? []).length > 1)
      await page.getByRole('menuitem', { name: operation, exact: true }).click();
  }

  /** The same, and its answer; chooses `files` where the page asks for some. */
  async run(
    tab: string,
    operation: string,
    given: { variables?: Record<string, unknown>; files?: readonly FileToChoose[] } = {},
  ): Promise<Answer> {
    const { page } = this;
    const field = new RegExp(`(?:query|mutation) ${operation}\\b[^{]*\\{\\s+(\\w+)`).exec(textOf(tab))?.[1] ?? '';
    const answered = page.waitForResponse(async (response) => {
      if (!response.url().endsWith('/graphql') || response.request().method() !== 'POST') return false;
      const { data, errors } = (await response.json()) as Partial<Answer>;
      return data?.[field] !== undefined || (errors !== undefined && errors[0]?.extensions.code !== 'STEP_UP_REQUIRED');
    });
    const queue = [...(given.files ?? [])];
    const choose = page.waitForEvent('filechooser', { timeout: queue.length > 0 ? patience : 1 });
    choose.catch(() => undefined);
    await this.begin(tab, operation, given.variables ?? {});
    for (const file of queue) await (await choose).setFiles(file);
    return (await (await answered).json()) as Answer;
  }

  /** The first address that the page offers to follow. */
  async link(): Promise<string> {
    await this.page.waitForSelector('#links a');
    return (await this.page.getAttribute('#links a', 'href')) ?? '';
  }

  async prove(method: string, answer: string): Promise<void> {
    await this.page.waitForSelector('#proof[open]');
    await this.page.selectOption('#proof-method', method);
    await this.page.fill('#proof-answer', answer);
    await this.page.click('#proof-form button:has-text("Continue")');
  }

  shows(text: string): Promise<unknown> {
    return this.page.waitForSelector(`.graphiql-response:has-text("${text}")`);
  }
}

export const newContext = (browser: Browser, width: number, height: number): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width, height } });

import { atelier, find, nameNow, show } from './ask.ts';
import { createFetcher } from './fetcher.ts';
import { signOut as signOutOperation } from './own-operations.ts';
import { signIn } from './sign-in.ts';

/** What the editor's own script, which is loaded later, puts there. */
declare global {
  var openGraphiQL: (element: HTMLElement, options: Record<string, unknown>) => void;
}

const isClosed = document.body.dataset['closed'] === 'true';
const nonce = document.querySelector('script')?.nonce ?? '';
let isLoaded = false;

async function get(path: string, insteadOf?: string): Promise<Response> {
  const token = await atelier.accessToken(insteadOf === undefined ? {} : { insteadOf });
  const answer = await fetch(path, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  if (answer.status === 401 && token !== null && insteadOf === undefined) return get(path, token);
  if (!answer.ok) throw new Error('Not allowed');
  return answer;
}

/** The editor and its tabs are sent to those who may introspect. */
async function load(): Promise<void> {
  if (isLoaded) return;
  const [tabs, editor] = await Promise.all([get('/playground/tabs.json'), get('/playground/graphiql.js')]);
  isLoaded = true;
  find('closed').hidden = true;
  const script = document.createElement('script');
  script.nonce = nonce;
  script.textContent = await editor.text();
  document.body.append(script);
  globalThis.openGraphiQL(find('playground'), {
    fetcher: createFetcher(),
    title: 'Atelier',
    shouldPersistHeaders: false,
    storage: sessionStorage,
    onEditQuery: () => undefined,
    defaultTabs: await tabs.json(),
    defaultHeaders: '',
  });
}

function showSession(note: string): void {
  show(note);
  find('sign-in').hidden = atelier.tokens !== null;
  find('sign-out').hidden = atelier.tokens === null;
}

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const form = find<HTMLFormElement>('sign-in');
  const { email, password } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  await signIn({ email: email ?? '', password: password ?? '' }, ({ user }) => {
    if (isClosed && user.role !== 'ADMIN') throw new Error('This account is not an admin’s');
  });
  if (atelier.tokens === null) return;
  form.reset();
  showSession(nameNow());
  await load();
}

async function signOut(): Promise<void> {
  await atelier.mutate(signOutOperation).catch(() => undefined);
  atelier.useTokens(null);
  location.reload();
}

/** An ended session is forgotten; the open playground works without one. */
async function begin(): Promise<void> {
  try {
    await load();
  } catch (error) {
    const wasSignedIn = atelier.tokens !== null;
    atelier.useTokens(null);
    showSession(error instanceof Error ? error.message : String(error));
    if (wasSignedIn && !isClosed) await load();
  }
}

const showError = (error: unknown): void => show(error instanceof Error ? error.message : String(error));
find('sign-in').addEventListener('submit', (event) => void submit(event).catch(showError));
find('sign-out').addEventListener('click', () => void signOut());
atelier.onTokensChange(() => {
  if (atelier.tokens === null && isLoaded) showSession('The session is over: sign in again.');
});
showSession(atelier.tokens === null ? '' : nameNow());
if (!isClosed || atelier.tokens !== null) void begin().catch(showError);

import type { PlaygroundTab } from './operations.ts';

export interface PageOptions {
  readonly nonce: string;
  readonly tabs: readonly PlaygroundTab[];
  /** Whether an admin must sign in before anything else is loaded. */
  readonly isClosed: boolean;
}

/** JSON inside a script element must not be able to end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The page itself: a sign-in bar, and an empty place for GraphiQL. It loads nothing from elsewhere. */
export const playgroundPage = ({ nonce, tabs, isClosed }: PageOptions): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Atelier · Playground</title>
<link rel="icon" href="data:,">
<style>
  html, body { height: 100%; margin: 0; font: 14px/1.4 system-ui, sans-serif; }
  body { display: flex; flex-direction: column; background: #fafafa; color: #1f2430; }
  header { display: flex; gap: .75rem; align-items: center; padding: .5rem .9rem; background: #1f2430; color: #fff; }
  header strong { margin-right: auto; }
  form { display: flex; gap: .5rem; }
  input, button { font: inherit; padding: .3rem .6rem; border-radius: .3rem; border: 1px solid #6b7280; }
  button { background: #fff; cursor: pointer; }
  #note { min-width: 8rem; text-align: right; }
  #playground { flex: 1; min-height: 0; overflow: hidden; }
  #playground .graphiql-container { height: 100%; }
  #closed { margin: auto; max-width: 28rem; text-align: center; }
  [hidden] { display: none !important; }
</style>
</head>
<body>
<header>
  <strong>Atelier</strong>
  <span id="note" role="status"></span>
  <form id="sign-in"><input name="email" type="email" placeholder="E-mail" autocomplete="username" required>
  <input name="password" type="password" placeholder="Password" autocomplete="current-password" required><button>Sign in</button></form>
  <button id="sign-out" hidden>Sign out</button>
</header>
<p id="closed"${isClosed ? '' : ' hidden'}>The playground is open to admins. Sign in above.</p>
<div id="playground"></div>
<script nonce="${nonce}">
const options = ${inScript({ isClosed, tabs })};
${pageScript}
</script>
</body>
</html>
`;

/** What runs in the page: signing in, a fetcher for HTTP, and graphql-transport-ws for subscriptions. */
const pageScript = `
const nonce = document.currentScript.nonce;
const key = 'atelier-token';
const find = (id) => document.getElementById(id);
const token = () => sessionStorage.getItem(key);

async function post(body, headers = {}) {
  const answer = await fetch('/graphql', {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(token() ? { authorization: 'Bearer ' + token() } : {}), ...headers },
  });
  return answer.json();
}

/** The results of a subscription, as an async generator; each has a socket of its own. */
async function* subscribe(params) {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/graphql', 'graphql-transport-ws');
  const waiting = []; let wake = () => {};
  const tell = (item) => { waiting.push(item); wake(); };
  socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init', payload: token() ? { token: token() } : {} }));
  socket.onclose = ({ code, reason }) => tell({ end: true, ...(code === 1000 ? {} : { result: { errors: [{ message: 'The socket was closed: ' + code + ' ' + reason }] } }) });
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (type === 'connection_ack') socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: params }));
    if (type === 'ping') socket.send('{"type":"pong"}');
    if (type === 'next') tell({ result: payload });
    if (type === 'error') tell({ end: true, result: { errors: payload } });
    if (type === 'complete') tell({ end: true });
  };
  try {
    for (;;) {
      while (waiting.length > 0) {
        const { result, end } = waiting.shift();
        if (result) yield result;
        if (end) return;
      }
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    socket.close(1000);
  }
}

function isSubscription({ query, operationName }) {
  const plain = query.replace(/#.*/g, '');
  const operations = [...plain.matchAll(/(?:^|\\})\\s*(query|mutation|subscription)\\b\\s*(\\w*)/g)];
  const chosen = operations.find(([, , name]) => name === operationName) ?? operations[0];
  return chosen?.[1] === 'subscription';
}

const fetcher = (params, { headers } = {}) => (isSubscription(params) ? subscribe(params) : post(params, headers));

let isLoaded = false;
async function load() {
  if (isLoaded) return;
  const answer = await fetch('/playground/graphiql.js', { headers: token() ? { authorization: 'Bearer ' + token() } : {} });
  if (!answer.ok) throw new Error('Not allowed');
  isLoaded = true;
  find('closed').hidden = true;
  const script = document.createElement('script');
  script.nonce = nonce;
  script.textContent = await answer.text();
  document.body.append(script);
  globalThis.openGraphiQL(find('playground'), {
    fetcher, title: 'Atelier', shouldPersistHeaders: false, storage: sessionStorage, onEditQuery: () => undefined,
    defaultTabs: options.tabs, defaultHeaders: '',
  });
}

function show(note) {
  find('note').textContent = note;
  find('sign-in').hidden = token() !== null;
  find('sign-out').hidden = token() === null;
}

/** The second step of those who have a second factor. */
async function prove({ challengeToken, methods: [method] }) {
  const code = globalThis.prompt('Code (' + method + ')');
  if (!code) return null;
  const query = 'mutation Verify($input: VerifyTwoFactorInput!) { verifyTwoFactor(input: $input) { accessToken user { displayName role } } }';
  const { data, errors } = await post({ query, variables: { input: { challengeToken, method, code } } });
  if (errors) throw new Error(errors[0].message);
  return data.verifyTwoFactor;
}

async function signIn(event) {
  event.preventDefault();
  const { email, password } = Object.fromEntries(new FormData(event.target));
  const query = 'mutation SignIn($input: LoginInput!) { login(input: $input) { ... on Session { accessToken user { displayName role } } ... on TwoFactorChallenge { challengeToken methods } } }';
  const { data, errors } = await post({ query, variables: { input: { email, password } } });
  const session = data?.login?.challengeToken ? await prove(data.login) : data?.login;
  if (!session) return show(errors?.[0]?.message ?? 'Not signed in');
  if (options.isClosed && session.user.role !== 'ADMIN') return show('This account is not an admin’s');
  sessionStorage.setItem(key, session.accessToken);
  event.target.reset();
  show(session.user.displayName + ' · ' + session.user.role);
  await load();
}

find('sign-in').addEventListener('submit', (event) => signIn(event).catch((error) => show(error.message)));
find('sign-out').addEventListener('click', () => { sessionStorage.removeItem(key); location.reload(); });
show(token() ? 'Signed in' : '');
/** A token that has ended is forgotten; an open playground does without. */
const begin = () => load().catch((error) => {
  const hadToken = token() !== null;
  sessionStorage.removeItem(key);
  show(error.message);
  if (hadToken && !options.isClosed) return load();
});
if (!options.isClosed || token()) begin();
`;

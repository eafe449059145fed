export interface PageOptions {
  readonly nonce: string;
  /** Whether an admin must sign in before the editor and its operations are sent. */
  readonly isClosed: boolean;
}

const style = `
  html, body { height: 100%; margin: 0; font: 14px/1.4 system-ui, sans-serif; }
  body { display: flex; flex-direction: column; background: #fafafa; color: #1f2430; }
  #bar { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; padding: .5rem .9rem; background: #1f2430; color: #fff; }
  #bar strong { margin-right: auto; }
  #bar form { display: flex; flex-wrap: wrap; gap: .5rem; }
  #links { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0 .9rem; background: #eef0f4; }
  #links a { padding: .35rem 0; color: #1d4ed8; }
  input, button, select { font: inherit; padding: .3rem .6rem; border-radius: .3rem; border: 1px solid #6b7280; min-width: 0; }
  button { background: #fff; color: #1f2430; cursor: pointer; }
  #playground { flex: 1; min-height: 0; overflow: hidden; }
  #playground .graphiql-container { height: 100%; }
  /* Tabs can be dragged; where there are more than fit, a tab that is pressed would jump away from under the pointer. */
  #playground .graphiql-container .graphiql-tab { transform: none !important; }
  #closed { margin: auto; max-width: 28rem; padding: 1rem; text-align: center; }
  #proof { border: 1px solid #6b7280; border-radius: .5rem; max-width: min(24rem, calc(100vw - 2rem)); box-sizing: border-box; }
  #proof form { display: grid; gap: .75rem; }
  #proof label { display: grid; gap: .25rem; }
  #proof h2 { margin: 0; font-size: 1.05rem; }
  #proof p { margin: 0; min-height: 1.4em; }
  #proof div { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: flex-end; }
  [hidden] { display: none !important; }
  @media (max-width: 700px) {
    #bar form { width: 100%; }
    #bar form input { flex: 1 1 8rem; }
    #note:empty { display: none; }
    #playground .graphiql-container { flex-direction: column-reverse; }
    #playground .graphiql-container .graphiql-sidebar { flex-direction: row; width: auto; justify-content: space-between; padding: 0 .5rem; }
    #playground .graphiql-container .graphiql-sidebar > div { flex-direction: row; }
    #playground .graphiql-container .graphiql-main { min-width: 0; min-height: 0; }
    #playground .graphiql-container .graphiql-sessions { margin: .25rem; }
    #playground .graphiql-container #graphiql-session { flex-direction: column; padding: .25rem; }
    #playground .graphiql-container .graphiql-editors { flex: 3 1 0 !important; min-height: 0; margin: 0; }
    #playground .graphiql-container .graphiql-response { flex: 2 1 0 !important; min-height: 0; border-top: 1px solid #d1d5db; }
    #playground .graphiql-container .graphiql-horizontal-drag-bar { display: none; }
    #playground { position: relative; }
    #playground .graphiql-container .graphiql-plugin:empty { display: none; }
    #playground .graphiql-container .graphiql-plugin:not(:empty) { position: absolute !important; inset: 0 0 4rem 0 !important; z-index: 5; flex: none !important; background: #fff; }
    #playground .graphiql-container .graphiql-logo { display: none; }
  }
`;

/** The HTML: a sign-in bar, and an empty element for GraphiQL. It loads nothing from other hosts. */
export const playgroundPage = ({ nonce, isClosed }: PageOptions): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Atelier · Playground</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body data-closed="${isClosed}">
<div id="bar">
  <strong>Atelier</strong>
  <span id="note" role="status"></span>
  <form id="sign-in"><input name="email" type="email" placeholder="E-mail" aria-label="E-mail" autocomplete="username" required>
  <input name="password" type="password" placeholder="Password" aria-label="Password" autocomplete="current-password" required><button>Sign in</button></form>
  <button id="sign-out" hidden>Sign out</button>
</div>
<div id="links"></div>
<p id="closed"${isClosed ? '' : ' hidden'}>The playground is open to admins. Sign in above.</p>
<div id="playground"></div>
<dialog id="proof" aria-labelledby="proof-title">
  <form id="proof-form">
    <h2 id="proof-title"></h2>
    <label>By <select id="proof-method"></select></label>
    <label id="proof-field">Answer <input id="proof-answer" autocomplete="one-time-code"></label>
    <p id="proof-note" role="alert"></p>
    <div><button type="button" id="proof-send">Send a code</button> <button type="button" id="proof-cancel">Cancel</button> <button>Continue</button></div>
  </form>
</dialog>
<script nonce="${nonce}" src="/playground/page.js"></script>
</body>
</html>
`;

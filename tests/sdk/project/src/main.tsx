import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient, type Tokens } from '@atelier/sdk';
import { AtelierProvider } from '@atelier/sdk/react';
import { App } from './app.js';

const kept = sessionStorage.getItem('tokens');
const url = new URLSearchParams(location.search).get('api') ?? '/graphql';
const client = createClient({
  url,
  token: kept === null ? null : (JSON.parse(kept) as Tokens),
  onTokens: (tokens) => {
    if (tokens === null) sessionStorage.removeItem('tokens');
    else sessionStorage.setItem('tokens', JSON.stringify(tokens));
  },
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <AtelierProvider client={client}>
        <App />
      </AtelierProvider>
    </StrictMode>,
  );

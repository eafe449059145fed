/** The operations that the client sends by itself. They are registered, like those of `sdk/operations`. */

export const refreshSession =
  'mutation RefreshSession($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken refreshToken accessTokenExpiresAt } }';

export const formTicket = 'query GetFormTicket { formTicket { ticket proofBits } }';

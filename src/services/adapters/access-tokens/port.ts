/** The content of an access token: the user, the session, and the version of the user's sessions. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** The person's `sessionVersion` when the token was made. */
  readonly sessionVersion: number;
  readonly expiresAt: Date;
}

/** Short-lived tokens that a client sends with every request. */
export interface AccessTokens {
  sign(claims: Omit<AccessClaims, 'expiresAt'>, now: Date): { readonly token: string; readonly expiresAt: Date };
  /** Throws `UNAUTHENTICATED` for anything that we did not sign, or whose time is not now. */
  verify(token: string, now: Date): AccessClaims;
}

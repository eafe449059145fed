/** The operations that the page sends by itself. They are registered, like those of `sdk/operations`. */

const session = 'accessToken accessTokenExpiresAt refreshToken user { displayName role }';
export const login = `mutation SignIn($input: LoginInput!) {
  login(input: $input) { ... on Session { ${session} } ... on TwoFactorChallenge { challengeToken methods codeSentBy } }
}`;
export const verify = `mutation Verify($input: VerifyTwoFactorInput!) { verifyTwoFactor(input: $input) { ${session} } }`;
export const sendCode =
  'mutation SendCode($input: SendTwoFactorCodeInput!) { sendTwoFactorCode(input: $input) { isCodeSent } }';
export const passkeyOptions =
  'mutation Options($input: TwoFactorPasskeyOptionsInput!) { twoFactorPasskeyOptions(input: $input) }';
export const signOut = 'mutation SignOut { logout { endedSessions } }';

/** The fresh proof that a sensitive field wants. */
export const proofMethods = 'query AuthenticationMethods { myReauthenticationMethods(purpose: STEP_UP) }';
export const sendProof =
  'mutation SendProof($input: SendReauthenticationCodeInput!) { sendReauthenticationCode(input: $input) { isCodeSent } }';
export const proofOptions = 'mutation ProofOptions { reauthenticationPasskeyOptions(input: {}) }';
export const proveStepUp = 'mutation StepUp($input: StepUpInput!) { stepUp(input: $input) { provenUntil } }';

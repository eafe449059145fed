/** What one WebSocket, one person and one address may do. Times in milliseconds. */
export const socketLimits = {
  maxPayload: 64 * 1024,
  initWait: 3_000,
  /** Interval of pings; a socket that has not answered the last one is closed. */
  ping: 12_000,
  /** Without a subscription for this long: closed. */
  idle: 60_000,
  subscriptionsPerSocket: 10,
  socketsPerPerson: 5,
  socketsPerAddress: 50,
  sockets: 2_000,
  messagesPerSecond: 20,
  messageBurst: 40,
  /** Bytes that wait because the reader is slow. */
  buffered: 1024 * 1024,
  /** Interval of the checks for expiry, idleness and pings; also how long a closing socket may take. */
  sweep: 1_000,
} as const;

export type SocketLimits = { readonly [name in keyof typeof socketLimits]: number };

/**
 * Why the server closes a socket. 1xxx: RFC 6455, section 7.4; 44xx: the graphql-transport-ws protocol, and our own.
 */
export const closeCodes = {
  done: 1000,
  goingAway: 1001,
  tryAgainLater: 1013,
  badMessage: 4400,
  forbidden: 4403,
  tooMany: 4429,
} as const;

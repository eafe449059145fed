/** What one WebSocket, one person and one address may do. Times in milliseconds. */
export const socketLimits = {
  maxPayload: 64 * 1024,
  initWait: 3_000,
  /** A ping this often; a socket that has not answered the last one is cut. */
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
  /** How often expiry, idleness and pings are looked at; also how long a closing socket may take. */
  sweep: 1_000,
} as const;

export type SocketLimits = { readonly [name in keyof typeof socketLimits]: number };

/** Why the server closes. 1xxx: RFC 6455, section 7.4; 44xx: the graphql-transport-ws protocol, and ours beside it. */
export const closeCodes = {
  done: 1000,
  goingAway: 1001,
  tryAgainLater: 1013,
  badMessage: 4400,
  forbidden: 4403,
  tooMany: 4429,
} as const;

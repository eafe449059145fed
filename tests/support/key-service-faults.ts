import type { IncomingMessage } from 'node:http';

/** What becomes of a request to a key service instead of its answer. `late` answers after so many milliseconds. */
export type ServiceFault = 'throttled' | 'reset' | { readonly late: number };

/** What the fakes of key services have in common. */
export interface FakeService {
  readonly url: string;
  /** Of the next requests, one each. */
  readonly faults: ServiceFault[];
  /** Where requests or answers departed from the provider's description. */
  readonly violations: string[];
  asked(): number;
  close(): Promise<void>;
}

export async function withFault(
  faults: ServiceFault[],
  { request, throttled }: { readonly request: IncomingMessage; readonly throttled: () => void },
  answer: () => Promise<void>,
): Promise<void> {
  const fault = faults.shift();
  if (fault === 'reset') request.socket.destroy();
  else if (fault === 'throttled') throttled();
  else {
    if (fault) await new Promise((resolve) => setTimeout(resolve, fault.late));
    await answer();
  }
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Looks for viruses in files: the interface of the vendors, and how looking can fail. */

export type ScanVerdict =
  | { readonly verdict: 'CLEAN' }
  /** What it found, as the vendor names it. */
  | { readonly verdict: 'INFECTED'; readonly found: string }
  /** It cannot say, and will not be able to: too large for it, for instance. */
  | { readonly verdict: 'UNVERIFIED'; readonly reason: string };

/** A file to look into, which can be opened more than once. */
export interface ScannedFile {
  /** Bytes. */
  readonly size: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** It does not answer, or not in time: to be tried again. */
export class AntivirusAway extends Error {
  override name = 'AntivirusAway';
}

export interface Antivirus {
  readonly provider: string;
  /** Streams a file to the vendor; nothing of it is written anywhere. Error: `AntivirusAway`. */
  scan(file: ScannedFile): Promise<ScanVerdict>;
  /** Throws while it does not answer. */
  ping(): Promise<void>;
}

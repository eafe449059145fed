import { hash } from 'node:crypto';
import { rowText, type ChainedEntry } from '../chain.ts';

/** Merkle trees of RFC 9162, section 2.1: leaves begin with 0x00, nodes with 0x01. Hashes are written in hex. */

const sha256 = (data: Buffer): string => hash('sha256', data, 'hex');
export const nodeOf = (left: string, right: string): string => sha256(Buffer.from(`01${left}${right}`, 'hex'));

export const leafHash = (data: Buffer): string => sha256(Buffer.concat([Buffer.of(0), data]));

/** What an entry is in the tree: its row and its mac, so that the tree can be checked without any key. */
export const leafOf = (entry: ChainedEntry, mac: string): string => leafOfText(rowText(entry), mac);

/** The same for a row that is spelt already. */
export const leafOfText = (text: string, mac: string): string => hash('sha256', `\0${text}${mac}`, 'hex');

/** A tree that grows: the roots of its perfect subtrees, the largest first. A million leaves are twenty hashes. */
export class MerkleTree {
  #size: number;
  readonly #subtrees: string[];

  constructor(size = 0, frontier: readonly string[] = []) {
    this.#size = size;
    this.#subtrees = [...frontier];
  }

  get size(): number {
    return this.#size;
  }

  get frontier(): readonly string[] {
    return [...this.#subtrees];
  }

  add(leaf: string): void {
    let node = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2)
      node = nodeOf(this.#subtrees.pop() as string, node);
    this.#subtrees.push(node);
    this.#size += 1;
  }

  /** The root of all leaves so far; of none, the hash of nothing. */
  root(): string {
    const [last, ...others] = this.#subtrees.toReversed();
    return last === undefined ? sha256(Buffer.alloc(0)) : others.reduce((right, left) => nodeOf(left, right), last);
  }
}

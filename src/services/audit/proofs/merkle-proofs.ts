import { nodeOf } from './merkle.ts';

/**
 * Proofs of RFC 9162: that an entry is in a tree (section 2.1.3), and that a tree is the beginning of a larger one (2.1.4).
 * Leaves are counted from 0; a node is the leaves from `low` up to, without, `high`.
 */

/** The hash of any node of the tree. */
export type NodeHash = (low: number, high: number) => string;

/** Where a tree of so many leaves divides: the largest power of two below. */
export const splitOf = (size: number): number => {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
};

/** The nodes beside the way from the leaf to the root, the lowest first. */
export function inclusionPath(leaf: number, size: number, hashOf: NodeHash): string[] {
  const path: string[] = [];
  let [low, high] = [0, size];
  while (high - low > 1) {
    const middle = low + splitOf(high - low);
    if (leaf < middle) {
      path.push(hashOf(middle, high));
      high = middle;
    } else {
      path.push(hashOf(low, middle));
      low = middle;
    }
  }
  return path.reverse();
}

/** Does the path lead from this leaf to this root? */
export const isIncluded = ({
  leaf,
  size,
  hash,
  path,
  root,
}: {
  leaf: number;
  size: number;
  hash: string;
  path: readonly string[];
  root: string;
}): boolean => leaf >= 0 && leaf < size && rootAbove({ leaf, size, hash }, path) === root;

/** Where a path leads from a leaf; undefined when it is too long or too short. */
function rootAbove(
  { leaf, size, hash }: { leaf: number; size: number; hash: string },
  path: readonly string[],
): string | undefined {
  if (size === 1) return path.length === 0 ? hash : undefined;
  const [middle, beside, rest] = [splitOf(size), path.at(-1), path.slice(0, -1)];
  const isLeft = leaf < middle;
  const below = rootAbove(
    isLeft ? { leaf, size: middle, hash } : { leaf: leaf - middle, size: size - middle, hash },
    rest,
  );
  if (beside === undefined || below === undefined) return undefined;
  return isLeft ? nodeOf(below, beside) : nodeOf(beside, below);
}

/** What shows that the tree of the first `earlier` leaves is the beginning of the tree of `size` leaves. */
export function consistencyPath(earlier: number, size: number, hashOf: NodeHash): string[] {
  const path: string[] = [];
  let [low, high, isWhole] = [0, size, true];
  while (earlier < high) {
    const middle = low + splitOf(high - low);
    if (earlier <= middle) {
      path.push(hashOf(middle, high));
      high = middle;
    } else {
      path.push(hashOf(low, middle));
      [low, isWhole] = [middle, false];
    }
  }
  if (!isWhole) path.push(hashOf(low, high));
  return path.reverse();
}

interface TreeHead {
  readonly size: number;
  readonly root: string;
}

/** Does the path show that the one tree is the beginning of the other? */
export function isConsistent(earlier: TreeHead, later: TreeHead, path: readonly string[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  // A tree that is a node of the later one is not in the path: its root is known.
  const roots = rootsAbove({ earlier: earlier.size, size: later.size, known: earlier.root }, path);
  return roots?.before === earlier.root && roots.after === later.root;
}

interface Roots {
  readonly before: string;
  readonly after: string;
}

/** Which roots of both trees a path leads to; undefined when it is too long or too short. */
function rootsAbove(
  { earlier, size, known }: { earlier: number; size: number; known?: string },
  path: readonly string[],
): Roots | undefined {
  if (earlier === size) return rootsAt(known === undefined ? path : [known, ...path]);
  const [middle, beside, rest] = [splitOf(size), path.at(-1), path.slice(0, -1)];
  const isLeft = earlier <= middle;
  const below = rootsAbove(
    isLeft
      ? { earlier, size: middle, ...(known === undefined ? {} : { known }) }
      : { earlier: earlier - middle, size: size - middle },
    rest,
  );
  if (beside === undefined || below === undefined) return undefined;
  return isLeft
    ? { before: below.before, after: nodeOf(below.after, beside) }
    : { before: nodeOf(beside, below.before), after: nodeOf(beside, below.after) };
}

const rootsAt = ([node, ...more]: readonly string[]): Roots | undefined =>
  node === undefined || more.length > 0 ? undefined : { before: node, after: node };

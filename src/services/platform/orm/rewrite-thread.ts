import { DatabaseSync } from 'node:sqlite';

const waitMs = 2_000;
/** SQLITE_BUSY and SQLITE_LOCKED. */
const inTheWay = [5, 6];

/**
 * Runs on a worker thread: rewrites the given embedded database, and empties its write-ahead log. Returns whether no
 * other connection prevented it.
 */
export default (file: string): boolean => {
  const db = new DatabaseSync(file, { timeout: waitMs });
  try {
    db.exec('pragma secure_delete = on; vacuum');
    const { busy } = db.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number };
    return busy === 0;
  } catch (error) {
    if (!inTheWay.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff)) throw error;
    return false;
  } finally {
    db.close();
  }
};

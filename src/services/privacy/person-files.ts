import type { DataSubject, PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';

/** The files that are a person's alone, as the domains say: what they did for somebody else is the other's. */
export async function filesOf(db: Db, subject: DataSubject, domains: readonly PersonalData[]): Promise<string[]> {
  const theirs = new Set<string>();
  const others = new Set<string>();
  for (const { files } of domains) {
    if (files === undefined) continue;
    const answer = await files(db, subject);
    for (const id of answer.theirs) theirs.add(id);
    for (const id of answer.othersToo) others.add(id);
  }
  return [...theirs.difference(others)];
}

/** Ids by which other people's rows speak of a person. */
export async function tracesOf(db: Db, subject: DataSubject, domains: readonly PersonalData[]): Promise<string[]> {
  const found = [subject.userId];
  for (const { traces } of domains) if (traces !== undefined) found.push(...(await traces(db, subject)));
  return found;
}

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { modules, personalData, retention } from '../../src/modules.ts';

const services = resolve(import.meta.dirname, '../../src/services');

test('every module that a domain declares is listed, once', () => {
  const declared = globSync('{*,platform/jobs}/module.ts', { cwd: services }).filter(
    (file) => file !== 'platform/module.ts',
  );
  expect(modules).toHaveLength(declared.length);
  expect(new Set(modules.map(({ name }) => name)).size).toBe(modules.length);
});

test('an erasure goes through each domain once, begins with the keys of files and ends with the account', () => {
  const domains = personalData.map(({ domain }) => domain);
  expect(new Set(domains).size).toBe(domains.length);
  expect([domains.at(0), domains.at(-1)]).toEqual(['files', 'identity']);
});

test('retention removes accounts after everything that is theirs, and shortens the audit log last', () => {
  const phases = retention.map(({ phase = 'RECORDS' }) => phase);
  expect(phases).toEqual([...phases.filter((phase) => phase === 'RECORDS'), 'ACCOUNTS', 'AUDIT_LOG', 'AUDIT_LOG']);
  expect(retention.at(-1)?.name).toBe('JOURNAL');
});

import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { anonymous, can, requirePermission, idOf, system, type Actor } from '../../../src/services/access/actor.ts';
import type { ContainerRules } from '../../../src/services/access/containers.ts';
import {
  isHeldBy,
  isPermission,
  permissions,
  serviceScopes,
  type Permission,
} from '../../../src/services/access/permissions.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { person } from '../../support/make/actor.ts';

const program = (...scopes: Permission[]): Actor => ({
  ...anonymous({ locale: 'fr', address: null, agent: null }),
  kind: 'SERVICE',
  service: { accountId: newId(), scopes },
});
const auditor: Actor = { ...person('ARTISAN'), sets: ['AUDITOR'] };

test('a set adds to what a role may, and takes nothing away', () => {
  expect(can(person('ARTISAN'), 'order:list')).toBe(false);
  expect(can(auditor, 'order:list')).toBe(true);
  expect(can(auditor, 'message:send')).toBe(true);
  expect(can(auditor, 'user:suspend')).toBe(false);
});

test('a program may what its scopes say, and never more than the table lets programs do', () => {
  expect(can(program('order:list'), 'order:list')).toBe(true);
  expect(can(program('order:list'), 'order:read')).toBe(false);
  expect(can(program('user:delete', 'account:read'), 'user:delete')).toBe(false);
  expect(can(program('user:delete', 'account:read'), 'account:read')).toBe(false);
  expect(() => requirePermission(program(), 'job:read')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  expect(() => requirePermission(anonymous({ locale: 'fr', address: null, agent: null }), 'job:read')).toThrow(
    expect.objectContaining({ code: 'UNAUTHENTICATED' }),
  );
});

test('whoever asks has an id, except an anonymous visitor and the server', () => {
  const asking = program();
  expect([idOf(asking), idOf(auditor), idOf(system)]).toEqual([asking.service?.accountId, auditor.userId, null]);
});

/** What a cabinet will be: readers read, managers change. */
const rules: ContainerRules<'READER' | 'MANAGER'> = {
  'file:download': ['READER', 'MANAGER'],
  'file:delete': ['MANAGER'],
};
const held = (...places: ('READER' | 'MANAGER')[]) => ({ container: { rules, places } });

test('in a container one needs a place that brings the permission', () => {
  const anyone = person('CUSTOMER');
  expect(can(anyone, 'file:download', held('READER'))).toBe(true);
  expect(can(anyone, 'file:delete', held('READER'))).toBe(false);
  expect(can(anyone, 'file:delete', held('READER', 'MANAGER'))).toBe(true);
  expect(can(anyone, 'file:download', held())).toBe(false);
  expect(() => requirePermission(anyone, 'file:delete', held('READER'))).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN' }),
  );
});

test('a place brings nothing that the container does not name, nor what the table keeps from this kind of person', () => {
  expect(can(person('ADMIN'), 'order:list', held('MANAGER'))).toBe(false);
  expect(can(program('order:list'), 'file:download', held('READER'))).toBe(false);
  expect(can(anonymous({ locale: 'fr', address: null, agent: null }), 'file:download', held('READER'))).toBe(false);
});

test('an auditor reaches no mutation, a program no account, and nobody hands out rights but an admin', () => {
  const schema = buildSchema(readFileSync('src/schema/schema.graphql', 'utf8'));
  const changing = Object.values(schema.getMutationType()?.getFields() ?? {})
    .map(({ astNode }) => {
      const directive = astNode?.directives?.find(({ name }) => name.value === 'auth');
      const value = directive?.arguments?.find(({ name }) => name.value === 'requires')?.value;
      return value?.kind === 'StringValue' ? value.value : '';
    })
    .filter(isPermission);
  expect(changing.length).toBeGreaterThan(20);
  expect(changing.filter((permission) => isHeldBy(permission, 'AUDITOR'))).toEqual([]);
  expect(serviceScopes.filter((scope) => scope.startsWith('account:') || scope.startsWith('service-account:'))).toEqual(
    [],
  );
  const rights = (Object.keys(permissions) as Permission[]).filter((name) =>
    /^user:(?!read)|service-account:manage/.test(name),
  );
  expect(rights.length).toBeGreaterThan(6);
  for (const name of rights) expect([name, permissions[name]]).toEqual([name, ['ADMIN']]);
});

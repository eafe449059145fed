// @lane sqlite: the table of states reads no row.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { orderStatuses, type OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { system, type Actor } from '../../../src/services/access/actor.ts';
import {
  actionsFor,
  isPersonal,
  requireVerb,
  orderRules,
  roleIn,
  type OrderParties,
} from '../../../src/services/orders/order.policy.ts';
import { orderStates, orderVerbs, statesOf, type OrderVerb } from '../../../src/services/orders/order.states.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import { userRoles } from '../../../src/services/kernel/roles.ts';
import { actorFor } from './orders-fixture.ts';

const customer = actorFor('customer', 'CUSTOMER');
const proofreader = actorFor('proofreader', 'PROOFREADER');
const admin = actorFor('admin', 'ADMIN');
const parties = (status: OrderStatus, proofreaderId: string | null = 'proofreader'): OrderParties => ({
  id: 'order',
  status,
  customerId: 'customer',
  proofreaderId,
});

describe('the table of states', () => {
  test('every state can be reached from a new order', () => {
    const reached = new Set<OrderStatus>(['PENDING']);
    for (const status of reached) for (const next of Object.values(orderStates[status])) reached.add(next);
    expect(orderStatuses.filter((status) => !reached.has(status))).toEqual([]);
  });

  test('every verb is used by a state, and every state it leads to has a row', () => {
    const used = new Set(Object.values(orderStates).flatMap((row) => Object.keys(row)));
    expect([...used].sort()).toEqual([...orderVerbs].sort());
    for (const row of Object.values(orderStates))
      for (const next of Object.values(row)) expect(orderStatuses).toContain(next);
  });

  test('every order can be given up until it is delivered', () => {
    const kept = orderStatuses.filter((status) => !('cancel' in orderStates[status]));
    expect(kept).toEqual(['COMPLETED', 'CANCELLED']);
  });

  test.each(['PAID', 'IN_PROGRESS'] as const)('an order suspended while %s resumes there', (status) => {
    expect(orderStates[status].suspend).toBe('SUSPENDED');
    expect(statesOf({ suspendedFrom: status }).SUSPENDED.resume).toBe(status);
  });

  test('every verb of a person has a mutation that asks for its permission', () => {
    const sdl = readFileSync(new URL('../../../src/schema/schema.graphql', import.meta.url), 'utf8');
    // Each value of the enumeration says its mutation, in backquotes.
    const [enumeration = ''] = /enum OrderAction \{[^}]*\}/.exec(sdl) ?? [];
    for (const verb of orderVerbs.filter(isPersonal)) {
      const value = verb.replaceAll(/[A-Z]/g, '_$&').toUpperCase();
      const mutation = new RegExp(`\`(\\w+)\`"""\\s+${value}\\n`).exec(enumeration)?.[1];
      const { permission } = orderRules[verb];
      expect(sdl).toMatch(new RegExp(`\\b${mutation}\\([^)]*\\): \\w+! @auth\\(requires: "${permission}"`));
    }
  });
});

describe('who may do what', () => {
  test('an order exists for its customer, its proofreader and admins only', () => {
    const roles = (actor: Actor) => roleIn(actor, parties('PAID'));
    expect([customer, proofreader, admin, system].map(roles)).toEqual(['CUSTOMER', 'PROOFREADER', 'ADMIN', 'SYSTEM']);
    expect(roles(actorFor('someone', 'CUSTOMER'))).toBeNull();
    expect(roles(actorFor('someone', 'PROOFREADER'))).toBeNull();
    expect(roles(actorFor('someone', 'ARTISAN'))).toBeNull();
    expect(roles(actorFor('proofreader', 'CUSTOMER'))).toBeNull();
  });

  test.each<[OrderStatus, [OrderVerb[], OrderVerb[], OrderVerb[]]]>([
    [
      'PENDING',
      [['pay', 'submitForReview', 'requestConsultation', 'cancel'], [], ['requestConsultation', 'quote', 'cancel']],
    ],
    [
      'AWAITING_REVIEW',
      [
        ['acceptMeasuredPages', 'requestConsultation', 'cancel'],
        [],
        ['verifyPages', 'requestConsultation', 'quote', 'cancel'],
      ],
    ],
    ['AWAITING_CONSULTATION', [['cancel'], [], ['closeConsultation', 'quote', 'cancel']]],
    ['QUOTE_SENT', [['acceptQuote', 'refuseQuote', 'cancel'], [], ['quote', 'cancel']]],
    ['PAID', [[], ['decline', 'start'], ['assign', 'unassign', 'start', 'suspend', 'cancel']]],
    ['IN_PROGRESS', [[], ['deliver'], ['assign', 'deliver', 'suspend', 'cancel']]],
    ['COMPLETED', [['acceptDelivery', 'requestChanges'], [], []]],
    ['CANCELLED', [[], [], []]],
    ['SUSPENDED', [[], [], ['resume', 'cancel']]],
  ])('%s: the customer, the proofreader and an admin may %j', (status, verbs) => {
    expect([customer, proofreader, admin].map((actor) => actionsFor(actor, parties(status)))).toEqual(verbs);
  });

  test('work that nobody is assigned to cannot begin', () => {
    expect(actionsFor(admin, parties('PAID', null))).toEqual(['assign', 'suspend', 'cancel']);
    expect(() => requireVerb(admin, parties('PAID', null), 'start')).toThrow(
      expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }),
    );
  });

  test('what is offered is what is accepted, for everybody and every verb', () => {
    const everybody = [customer, proofreader, admin, ...userRoles.map((role) => actorFor('someone', role))];
    for (const status of orderStatuses)
      for (const actor of everybody)
        for (const verb of orderVerbs.filter(isPersonal)) {
          const isOffered = actionsFor(actor, parties(status)).includes(verb);
          const isAccepted = verb in orderStates[status] && accepts(() => requireVerb(actor, parties(status), verb));
          expect([status, actor.role, verb, isOffered]).toEqual([status, actor.role, verb, isAccepted]);
        }
  });

  test('for a stranger the order does not exist, whatever the verb', () => {
    for (const verb of orderVerbs.filter(isPersonal))
      for (const role of ['CUSTOMER', 'PROOFREADER', 'ARTISAN'] as const) {
        expect(() => requireVerb(actorFor('someone', role), parties('PAID'), verb)).toThrow(
          expect.objectContaining({ code: 'NOT_FOUND' }),
        );
      }
  });
});

function accepts(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

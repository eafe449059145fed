// @lane sqlite: the table of states reads no row.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { orderStatuses, type OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { system, type Actor } from '../../../src/services/access/actor.ts';
import * as orders from '../../../src/services/orders/index.ts';
import {
  actionsFor,
  requireVerb,
  orderRules,
  roleIn,
  type OrderParties,
} from '../../../src/services/orders/order.policy.ts';
import {
  orderStates,
  orderVerbs,
  statesOf,
  unreachedStatuses,
  type OrderVerb,
} from '../../../src/services/orders/order.states.ts';
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
  test('every state can be reached from a new order, but those that say why not', () => {
    const reached = new Set<OrderStatus>(['PENDING']);
    for (const status of reached) for (const next of Object.values(orderStates[status])) reached.add(next);
    expect(orderStatuses.filter((status) => !reached.has(status))).toEqual(unreachedStatuses);
  });

  test('every verb is used by a state, and every state it leads to has a row', () => {
    const used = new Set(Object.values(orderStates).flatMap((row) => Object.keys(row)));
    expect([...used].sort()).toEqual([...orderVerbs].sort());
    for (const row of Object.values(orderStates))
      for (const next of Object.values(row)) expect(orderStatuses).toContain(next);
  });

  test('an unpaid order is the only one that can be given up', () => {
    expect(orderStatuses.filter((status) => 'cancel' in orderStates[status])).toEqual(['PENDING']);
  });

  test.each(['PAID', 'IN_PROGRESS'] as const)('an order suspended while %s resumes there', (status) => {
    expect(orderStates[status].suspend).toBe('SUSPENDED');
    expect(statesOf({ suspendedFrom: status }).SUSPENDED.resume).toBe(status);
  });

  test('every verb has a permission, a mutation that asks for it and an event', () => {
    const mutations: Record<OrderVerb, string> = {
      pay: 'createCheckoutSession',
      assign: 'assignProofreader',
      start: 'startOrder',
      deliver: 'deliverOrder',
      suspend: 'suspendOrder',
      resume: 'resumeOrder',
      cancel: 'cancelOrder',
    };
    const events: Record<OrderVerb, { name: string }> = {
      pay: orders.orderPaid,
      assign: orders.orderAssigned,
      start: orders.orderStarted,
      deliver: orders.orderDelivered,
      suspend: orders.orderSuspended,
      resume: orders.orderResumed,
      cancel: orders.orderCancelled,
    };
    const sdl = readFileSync(new URL('../../../src/schema/schema.graphql', import.meta.url), 'utf8');
    for (const verb of orderVerbs) {
      const { permission } = orderRules[verb];
      if (verb !== 'pay')
        expect(sdl).toMatch(
          new RegExp(`\\b${mutations[verb]}\\([^)]*\\): Order! @auth\\(requires: "${permission}"\\)`),
        );
      expect(events[verb].name).toMatch(/^order\.[a-z]+$/);
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
    ['PENDING', [['pay', 'cancel'], [], ['cancel']]],
    ['AWAITING_REVIEW', [[], [], []]],
    ['AWAITING_CONSULTATION', [[], [], []]],
    ['QUOTE_SENT', [[], [], []]],
    ['PAID', [[], ['start'], ['assign', 'start', 'suspend']]],
    ['IN_PROGRESS', [[], ['deliver'], ['assign', 'deliver', 'suspend']]],
    ['COMPLETED', [[], [], []]],
    ['CANCELLED', [[], [], []]],
    ['SUSPENDED', [[], [], ['resume']]],
  ])('%s: the customer, the proofreader and an admin may %j', (status, verbs) => {
    expect([customer, proofreader, admin].map((actor) => actionsFor(actor, parties(status)))).toEqual(verbs);
  });

  test('work that nobody is assigned to cannot begin', () => {
    expect(actionsFor(admin, parties('PAID', null))).toEqual(['assign', 'suspend']);
    expect(() => requireVerb(admin, parties('PAID', null), 'start')).toThrow(
      expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }),
    );
  });

  test('what is offered is what is accepted, for everybody and every verb', () => {
    const everybody = [customer, proofreader, admin, ...userRoles.map((role) => actorFor('someone', role))];
    for (const status of orderStatuses)
      for (const actor of everybody)
        for (const verb of orderVerbs) {
          const isOffered = actionsFor(actor, parties(status)).includes(verb);
          const isAccepted = verb in orderStates[status] && accepts(() => requireVerb(actor, parties(status), verb));
          expect([status, actor.role, verb, isOffered]).toEqual([status, actor.role, verb, isAccepted]);
        }
  });

  test('for a stranger the order does not exist, whatever the verb', () => {
    for (const verb of orderVerbs)
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

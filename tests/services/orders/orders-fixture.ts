import type { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import type { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import type { Priority } from '../../../src/entities/notifications/notification.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { Order, type OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { OrderFile, type OrderFileRole } from '../../../src/entities/orders/order-file.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import type { World } from '../../support/world.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePriceItem } from '../../support/make/price-item.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { makeActor } from '../../support/make/actor.ts';

/** People, a price list and orders in any state, for tests of orders. */

export const actorFor = (userId: string, role: UserRole): Actor => makeActor(userId, { role });

type Overrides<T> = Partial<Omit<T, 'id'>>;

/** Whatever runs use cases: a world, or the app. */
type Runner = Pick<World, 'run'>;

/** Makes something in a transaction of its own. */
const making = <T>(world: Runner, work: (em: Parameters<Parameters<World['run']>[0]>[0]['em']) => T): Promise<T> =>
  world.run(async ({ em }, _input: null) => work(em), null);

export interface Person {
  readonly id: string;
  readonly actor: Actor;
}

let people = 0;

export async function person(
  world: Runner,
  role: UserRole = 'CUSTOMER',
  more: Overrides<{ firstName: string; lastName: string; status: User['status']; locale: User['locale'] }> = {},
): Promise<Person> {
  people += 1;
  const user = await making(world, (em) =>
    makePerson(em, {
      email: `person-${people}@example.com`,
      lastName: `Lefèvre ${people}`,
      role,
      ...more,
    }),
  );
  return { id: user.id, actor: actorFor(user.id, role) };
}

export const priceItem = (
  world: Runner,
  more: Overrides<{ name: string; priceCents: number; unit: 'PACK' | 'PAGE'; isActive: boolean }> = {},
): Promise<PriceItem> => making(world, (em) => makePriceItem(em, more));

type Listed = 'priority' | 'dueAt' | 'isLate' | 'source' | 'completedAt' | 'lastActivityAt' | 'priceItemId';

export interface OrderMaking extends Partial<Pick<Order, Listed>> {
  readonly customer: Person;
  readonly proofreader?: Person | undefined;
  readonly status?: OrderStatus;
  readonly suspendedFrom?: OrderStatus | null;
  readonly title?: string;
  readonly paidAt?: Date | null;
  readonly createdAt?: Date;
  readonly totalCents?: number;
  readonly unit?: 'PACK' | 'PAGE';
  readonly finalCents?: number | null;
  readonly priceItemId?: string;
  readonly startedAt?: Date | null;
  readonly priority?: Priority;
  readonly declaredPages?: number | null;
  readonly dueAt?: Date | null;
  readonly rushWorkingDays?: number | null;
}

/** An order in whatever state; a test of a use case begins in the middle. */
export const order = (world: Runner, { customer, proofreader, ...more }: OrderMaking): Promise<Order> =>
  making(world, (em) =>
    makeOrder(em, {
      ...more,
      customer: em.getReference(User, customer.id),
      proofreader: proofreader === undefined ? null : em.getReference(User, proofreader.id),
    }),
  );

export const orderFile = (
  world: Runner,
  { id: orderId }: { id: string },
  { role, deletedAt = null }: { role: OrderFileRole; deletedAt?: Date | null },
): Promise<StoredFile> =>
  making(world, (em) => {
    const file = makeStoredFile(em, { deletedAt });
    em.create(OrderFile, { order: em.getReference(Order, orderId), file, role });
    return file;
  });

/** Every event that was emitted so far, oldest first. */
export async function emittedEvents({
  db,
}: Pick<World, 'db'>): Promise<{ name: string; payload: Record<string, unknown> }[]> {
  const rows = await db.selectFrom('outbox_event').select(['name', 'payload']).orderBy('id').execute();
  return rows.map(
    ({ name, payload }) => ({ name, payload: typeof payload === 'string' ? JSON.parse(payload) : payload }) as never,
  );
}

/** The refusal's code, or what came instead. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => ({ succeeded: value }),
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );

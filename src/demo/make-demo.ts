import { instantAt } from '../services/kernel/business-time.ts';
import { foldText } from '../services/kernel/fold.ts';
import { localDateOf } from '../services/kernel/format.ts';
import { userRoles, type UserRole } from '../services/kernel/roles.ts';
import { addWorkingDays } from '../services/kernel/working-days.ts';
import { seed } from '../modules.ts';
import { system, type Actor } from '../services/access/actor.ts';
import { enterActivePerson } from '../services/identity/index.ts';
import type { AppContext, Tx } from '../services/platform/context.ts';
import type { DemoFigures } from '../services/platform/demo.ts';
import { writing } from '../services/platform/orm/values.ts';
import { customers, demoOrders, proofreaders, type DemoOrder, type DemoPerson } from './demo-orders.ts';
import { inThePast, type Past } from './in-the-past.ts';
import { lives } from './lives.ts';
import { steps, type Scene, type Step } from './steps.ts';

/** One of each role, of whom the seed knows. */
const examplePeople = userRoles.length;
/** Before the first order. */
const daysBefore = 5;

/** Writes the people and the orders of the demo into an empty database, as they would have come in a year that ends now. */
export async function makeDemo(past: Past, now: Date): Promise<void> {
  const zone = past.present(system).config.TIME_ZONE;
  const today = localDateOf(now, zone);
  const first = addWorkingDays(today, -daysBefore - Math.max(...demoOrders.map(({ placed }) => placed)));
  past.clock.set(instantAt(first, '08:00', zone));
  await enterPeople(inThePast(past)(system));
  const cast = await castOf(inThePast(past)(system));
  const scenes = demoOrders.map((order, place) => sceneOf(past, cast, { order, place }));
  for (const { at, scene, step } of momentsOf(scenes, { today, zone })) {
    past.clock.set(at);
    const outcome = await steps[step](scene);
    if (step === 'place') scene.orderId = outcome as string;
  }
}

/** The same whenever it is made again. */
const passwordOf = ({ derived }: Pick<AppContext, 'derived'>): string =>
  `demo-${derived.of('demo-password').slice(0, 12)}`;

export const figuresOf = (ctx: Pick<AppContext, 'derived'>): DemoFigures => ({
  people: examplePeople + proofreaders.length + customers.length,
  orders: demoOrders.length,
  password: passwordOf(ctx),
});

/** What an installation begins with, and the people of the demo, all with one password. */
async function enterPeople(ctx: AppContext): Promise<void> {
  await ctx.run(believeClock, undefined);
  await seed(ctx, { hasExamples: true });
  const passwordHash = await ctx.passwords.hash(passwordOf(ctx));
  for (const person of [...proofreaders, ...customers])
    await ctx.run(enterActivePerson, { ...person, email: addressOf(person), passwordHash });
  await ctx.run(
    ({ em }: Tx<'em'>) => writing(em).db.updateTable('user').set({ password_hash: passwordHash }).execute(),
    undefined,
  );
}

/** The clock of a year ago is no sign that something is wrong. */
const believeClock = ({ em, now }: Tx<'em' | 'now'>) =>
  writing(em).db.insertInto('clock_state').values({ id: 1, believed_at: now, stopped_at: null }).execute();

const addressOf = ({ firstName, lastName }: DemoPerson): string =>
  `${foldText(`${firstName} ${lastName}`).replaceAll(' ', '.')}@example.org`;

interface Cast {
  readonly of: Readonly<Record<UserRole, readonly Actor[]>>;
  readonly priceItems: ReadonlyMap<string, string>;
}

async function castOf({ db, now }: AppContext): Promise<Cast> {
  const people = await db.selectFrom('user').select(['id', 'role']).orderBy('id').execute();
  const priceItems = await db.selectFrom('price_item').select(['id', 'service_type']).execute();
  const those = (role: UserRole): Actor[] =>
    people
      .filter((person) => person.role === role)
      .map(({ id }) => ({ ...system, kind: 'PERSON', userId: id, role, provenAt: now }));
  return {
    of: {
      CUSTOMER: those('CUSTOMER'),
      PROOFREADER: those('PROOFREADER'),
      ARTISAN: those('ARTISAN'),
      ADMIN: those('ADMIN'),
    },
    priceItems: new Map(priceItems.map(({ id, service_type }) => [service_type, id])),
  };
}

type MutableScene = Scene & { orderId: string };

function sceneOf(past: Past, cast: Cast, { order, place }: { order: DemoOrder; place: number }): MutableScene {
  const oneOf = (role: UserRole): Actor => cast.of[role][place % cast.of[role].length] as Actor;
  return {
    ...{ order, orderId: '', as: inThePast(past) },
    ...{ customer: oneOf('CUSTOMER'), proofreader: oneOf('PROOFREADER'), admin: oneOf('ADMIN') },
    priceItemId: cast.priceItems.get(order.service) as string,
  };
}

interface Moment {
  readonly at: Date;
  readonly scene: MutableScene;
  readonly step: Step;
}

/** Every step of every order, in the order of the calendar: what is numbered or listed by its making stands as it came. */
function momentsOf(scenes: readonly MutableScene[], { today, zone }: { today: string; zone: string }): Moment[] {
  return scenes
    .flatMap((scene, place) =>
      lives[scene.order.life].map(([day, step], part) => {
        const morning = instantAt(addWorkingDays(today, day - scene.order.placed), '09:00', zone);
        const minutes = ((place * 37) % 400) + part * 11;
        return { at: new Date(morning.getTime() + minutes * 60_000), scene, step };
      }),
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

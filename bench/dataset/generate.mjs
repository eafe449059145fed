// The data of the bench: people, orders, two files (with their keys) and one invoice each. Deterministic.
import bcrypt from 'bcrypt';
import { foldText } from '../../dist/services/kernel/fold.js';
import { createRandom } from './random.mjs';
import { writeGrowth } from './growth.mjs';
import { busyEvery } from './growth-facts.mjs';
import { openSink } from './sinks.mjs';
import { span } from './span.mjs';

export const seed = 20261120;
export const password = 'Un mot de passe de banc 2026';
export const adminEmail = 'admin@bench.test';
export const customerEmail = (index) => `customer-${index}@bench.test`;

const bcryptRounds = 12;
const start = span.from;
const spanMilliseconds = span.to - span.from;
const ordersPerBatch = 5_000;
const statuses = ['PENDING', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'CANCELLED', 'SUSPENDED'];
const services = ['Pack KDP', 'Correction Standard', 'Pack Rédaction'];
const words =
  'la mer un roman où les voyageurs cherchent une île que personne ne connaît et qui change de nom chaque nuit'.split(
    ' ',
  );

/** Ids that the works need: they depend on the seed alone. */
const rootIds = () => {
  const random = createRandom(seed);
  const admin = random.id(start);
  const proofreaders = [0, 1, 2].map((i) => random.id(start + 1 + i));
  const priceItems = [0, 1, 2].map((i) => random.id(start + 10 + i));
  return { admin, proofreaders, priceItems };
};
export const roots = rootIds();

const userColumns = [
  'id',
  'created_at',
  'email',
  'password_hash',
  'first_name',
  'last_name',
  'role',
  'status',
  'locale',
  'activated_at',
  'first_name_key',
  'last_name_key',
  'search_text',
];

export const customerId = (index) => createRandom(seed + 7 + index).id(start + 1_000 + index);

/**
 * Writes people and the price list, then `orders` orders shared among `customers` people. With `growth`, as many
 * notifications, messages and audit entries as orders, one customer has a tenth of everything, and people came over
 * the years.
 */
export async function generate(database, { customers, orders, growth = false }) {
  const sink = await openSink(database);
  try {
    await writePeople(sink, customers, growth);
    await writePrices(sink);
    await writeOrders(sink, { from: 0, to: orders, customers, growth });
    if (growth) await writeGrowth(sink, { count: orders, customers });
  } finally {
    await sink.close();
  }
}

/** Adds orders to a database that has `from` of them already. */
export async function grow(database, range) {
  const sink = await openSink(database);
  try {
    await writeOrders(sink, range);
  } finally {
    await sink.close();
  }
}

async function writePeople(sink, customers, growth) {
  const hash = await bcrypt.hash(password, bcryptRounds);
  const person = (id, email, name, role, { at = start, lastName = 'Banc', status = 'ACTIVE' } = {}) => [
    id,
    sink.instant(at),
    email,
    hash,
    name,
    lastName,
    role,
    status,
    'fr',
    sink.instant(at),
    foldText(name),
    foldText(lastName),
    foldText(`${name} ${lastName} ${email}`),
  ];
  const among = (i) =>
    growth
      ? {
          at: start + Math.floor((i / customers) * spanMilliseconds),
          lastName: lastNameOf(i),
          status: i % 100 === 99 ? 'SUSPENDED' : 'ACTIVE',
        }
      : {};
  await sink.write('user', userColumns, [
    person(roots.admin, adminEmail, 'Alice', 'ADMIN'),
    ...roots.proofreaders.map((id, i) => person(id, `proofreader-${i}@bench.test`, 'Paul', 'PROOFREADER')),
    ...Array.from({ length: customers }, (_, i) =>
      person(customerId(i), customerEmail(i), `Camille ${i}`, 'CUSTOMER', among(i)),
    ),
  ]);
}

const syllables = ['ba', 'dé', 'lo', 'mar', 'ni', 'ro', 'sè', 'tu', 'vi', 'gau'];
const lastNameOf = (i) => {
  const random = createRandom(seed + i);
  return `${['B', 'D', 'L', 'M', 'R'][random.below(5)]}${Array.from({ length: 3 }, () => random.pick(syllables)).join('')}`;
};

const priceColumns = ['id', 'created_at', 'name', 'description', 'price_cents', 'unit', 'service_type', 'position'];

async function writePrices(sink) {
  const rows = services.map((name, i) => [
    roots.priceItems[i],
    sink.instant(start),
    `${name} (banc)`,
    name,
    [35_000, 200, 145_000][i],
    i === 1 ? 'PAGE' : 'PACK',
    'Correction',
    i,
  ]);
  await sink.write('price_item', priceColumns, rows);
}

const columns = {
  customer_order: [
    'id',
    'created_at',
    'customer_id',
    'proofreader_id',
    'title',
    'title_key',
    'description',
    'status',
    'price_item_id',
    'service',
    'declared_pages',
    'total_cents',
    'paid_at',
    'priority',
    'due_at',
    'is_late',
    'last_activity_at',
    'due_key',
    'urgency_rank',
    'needs_attention',
  ],
  stored_file: [
    'id',
    'created_at',
    'owner_id',
    'kind',
    'name',
    'mime_type',
    'size_bytes',
    'sha256',
    'ciphertext_sha256',
    'version_id',
    'data_key_id',
  ],
  data_key: ['id', 'file_id', 'version_id', 'kek_id', 'wrapped', 'created_at'],
  order_file: ['id', 'created_at', 'order_id', 'file_id', 'role'],
  invoice: [
    'id',
    'created_at',
    'status',
    'series',
    'sequence',
    'number',
    'subject_type',
    'subject_id',
    'buyer_id',
    'document',
    'net_cents',
    'tax_cents',
    'gross_cents',
    'issued_at',
    'due_on',
    'paid_at',
  ],
};
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const kek = createRandom(seed - 1).id(start);
const wrapped = Buffer.alloc(97, 1);

async function writeOrders(sink, { from, to, customers, growth = false }) {
  for (let first = from; first < to; first += ordersPerBatch) {
    const batch = Object.fromEntries(Object.keys(columns).map((table) => [table, []]));
    for (let i = first; i < Math.min(first + ordersPerBatch, to); i++)
      addOrder(batch, sink, { index: i, customers, growth });
    for (const [table, rows] of Object.entries(batch)) await sink.write(table, columns[table], rows);
  }
}

const priorities = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];
const [day, noDueDate] = [86_400_000, 253_402_300_799_999];

/** How pressing an order is, and what lists are sorted by: as the product derives it. A quarter has no due date yet. */
function urgencyOf({ index, at, status }, sink) {
  const rank = [2, 2, 1, 3, 0, 2][index % 6];
  const isLate = index % 50 === 1 && ['PAID', 'IN_PROGRESS'].includes(status);
  // What is not late is due in years: the product marks what has become late while it is measured.
  const due = index % 4 === 0 ? null : at + (isLate ? 10 : 4_000) * day;
  const instant = due === null ? null : sink.instant(due);
  return [priorities[rank], instant, isLate ? 1 : 0, sink.instant(at), due ?? noDueDate, rank, isLate ? 1 : 0];
}

/** One order, from its index alone: growing a database later writes what a larger one would have had. */
function addOrder(batch, sink, { index, customers, growth }) {
  const random = createRandom(seed + 1_000_003 * (index + 1));
  const at =
    start +
    1_000_000 +
    Math.floor((((index * 7_919) % 1_000_003) / 1_000_003) * spanMilliseconds) +
    random.below(1_000);
  const instant = sink.instant(at);
  const id = random.id(at);
  const anyone = random.below(customers);
  const customer = customerId(growth && index % busyEvery === 0 ? 0 : anyone);
  const kind = random.below(3);
  const total = 10_000 + random.below(150_000);
  const title = Array.from({ length: 5 }, () => random.pick(words)).join(' ');
  const [proofreader, status] = [random.pick(roots.proofreaders), random.pick(statuses)];
  batch.customer_order.push([
    id,
    instant,
    customer,
    proofreader,
    title,
    foldText(title),
    `${title} ${title}`,
    status,
    roots.priceItems[kind],
    services[kind],
    kind === 1 ? 50 + random.below(300) : null,
    total,
    instant,
    ...urgencyOf({ index, at, status }, sink),
  ]);
  for (const role of ['MANUSCRIPT', 'CORRECTED']) {
    const [file, version, key] = [random.id(at), random.id(at), random.id(at)];
    batch.stored_file.push([
      file,
      instant,
      customer,
      'DOCUMENT',
      `${title}.docx`,
      docx,
      20_000 + random.below(2_000_000),
      random.hex(8),
      random.hex(8),
      version,
      key,
    ]);
    batch.data_key.push([key, file, version, kek, wrapped, instant]);
    batch.order_file.push([random.id(at), instant, id, file, role]);
  }
  const net = Math.round(total / 1.2);
  const number = `BANC-${String(index + 1).padStart(6, '0')}`;
  batch.invoice.push([
    random.id(at),
    instant,
    'PAID',
    'BANC',
    index + 1,
    number,
    'ORDER',
    id,
    customer,
    JSON.stringify({ lines: [{ description: services[kind], gross: total }] }),
    net,
    total - net,
    total,
    instant,
    new Date(at + 30 * 86_400_000).toISOString().slice(0, 10),
    instant,
  ]);
}

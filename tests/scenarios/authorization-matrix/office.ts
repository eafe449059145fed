import { PriceChange } from '../../../src/entities/catalog/price-change.entity.ts';
import { FaqCategory, FaqEntry } from '../../../src/entities/content/faq-entry.entity.ts';
import { PageSchedule } from '../../../src/entities/content/page-parts.entity.ts';
import { PageVersion } from '../../../src/entities/content/page-version.entity.ts';
import { Page } from '../../../src/entities/content/page.entity.ts';
import { StatsReport } from '../../../src/entities/insights/stats-report.entity.ts';
import { ThresholdAlarm, ThresholdLimit } from '../../../src/entities/insights/threshold-limit.entity.ts';
import { OrderExport } from '../../../src/entities/orders/order-export.entity.ts';
import { BookingExport } from '../../../src/entities/scheduling/booking-export.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { ordersExportUpdated } from '../../../src/services/orders/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makePriceItem } from '../../support/make/price-item.ts';
import { makeCopies } from './copies.ts';

/** Which of it is for those who work in the office: no answer to anybody else has these ids. */
export const officeOnly = [
  'ordersExport',
  'bookingsExport',
  'statsReport',
  'adminPriceItem',
  'thresholdLimit',
  'adminPage',
] as const;

/** What the business has for itself, of which no customer has any part: pages being written, prices, limits, files of figures. */
export async function makeOffice(
  { em, now, publish }: Tx<'em' | 'now' | 'publish'>,
  adminId: string,
): Promise<Readonly<Record<string, string>>> {
  const requested = { requestedById: adminId, finishedAt: now };
  const ordersExport = em.create(OrderExport, { ...requested, format: 'CSV', filter: {}, totalOrders: 1 });
  const bookings = em.create(BookingExport, { ...requested, format: 'CSV', filter: {}, totalBookings: 1 });
  const report = em.create(StatsReport, { ...requested, format: 'CSV', fromOn: '2026-01-01', toOn: '2026-12-31' });
  const item = makePriceItem(em, { isActive: false });
  em.create(PriceChange, {
    priceItem: item,
    kind: 'UPDATED',
    actorId: adminId,
    changes: [{ field: 'priceCents', before: '30000', after: '35000' }],
  });
  const limit = em.create(ThresholdLimit, {
    kind: 'MICRO_ENTERPRISE',
    amountCents: 7_770_000,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    source: 'Un décret',
  });
  em.create(ThresholdAlarm, { limit, year: 2026, percent: 80, revenueCents: 6_216_000, reachedAt: now });
  const category = em.create(FaqCategory, { name: 'Divers' });
  const entry = em.create(FaqEntry, { question: 'Et le café\u202f?', answer: 'Noir.', category: 'Divers' });
  await em.flush();
  publish(ordersExportUpdated, ordersExport.id, { exportId: ordersExport.id });
  return {
    ...(await makeCopies({ em, now, publish })),
    ordersExport: ordersExport.id,
    bookingsExport: bookings.id,
    statsReport: report.id,
    adminPriceItem: item.id,
    thresholdLimit: limit.id,
    faqCategory: category.id,
    faqEntry: entry.id,
    adminPage: makePage(em, 'brouillon', now),
    shownPage: makePage(em, 'page-en-ligne', now, true),
  };
}

const meta = {
  ...{ title: 'Un titre', description: 'Un résumé', keywords: 'un, deux' },
  ...{ ogImage: '/image.png', canonical: 'https://www.example.org/' },
};

/** A page in two versions, the last of them to be shown once, which failed. */
function makePage(em: EntityManager, slug: string, now: Date, isShown = false): string {
  const draft = newId();
  const page = em.create(Page, {
    ...{ slug, title: slug, content: '', draftVersionId: draft },
    ...(isShown ? { status: 'PUBLISHED', publishedAt: now, liveVersionId: draft } : {}),
  });
  const words = { page, slug, title: slug, excerpt: 'Un résumé', text: slug, meta, note: 'Relu' };
  em.create(PageVersion, { ...words, number: 1, content: '<p>Un texte</p>' });
  em.create(PageVersion, { ...words, id: draft, number: 2, content: '<p>Un autre texte</p>' });
  em.create(PageSchedule, {
    ...{ page, versionId: draft, action: 'PUBLISH', at: now, zone: 'Europe/Paris' },
    ...{ status: 'FAILED', endedAt: now, failure: 'SLUG_TAKEN' },
  });
  return page.id;
}

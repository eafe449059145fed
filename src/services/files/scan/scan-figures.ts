import type { MeasureDefinition } from '../../platform/measures.ts';
import type { MetricDefinition } from '../../platform/metrics.ts';
import { numberFrom } from '../../platform/orm/values.ts';

/** What the antivirus says, as it says it, in this process. */
export const scanMeasures: readonly MeasureDefinition[] = [
  {
    name: 'file_scans_total',
    help: 'Files that the antivirus was asked about, by verdict; AWAY while it does not answer',
    labelNames: ['verdict'],
  },
];

/** Files that not everybody who may read them can open. */
export const quarantinedStatuses = ['PENDING', 'INFECTED', 'UNVERIFIED'] as const;

export const scanMetrics: readonly MetricDefinition[] = [
  {
    name: 'files_quarantined',
    help: 'Files that wait for the antivirus, are infected, or that it cannot speak about',
    labelNames: ['status'],
    async read({ db }) {
      const rows = await db
        .selectFrom('stored_file')
        .select((eb) => ['scan_status as status', eb.fn.countAll().as('count')])
        .where('scan_status', 'in', quarantinedStatuses)
        .where('deleted_at', 'is', null)
        .groupBy('scan_status')
        .execute();
      const counted = new Map(rows.map(({ status, count }) => [status, numberFrom(count)]));
      return quarantinedStatuses.map((status) => ({ labels: { status }, value: counted.get(status) ?? 0 }));
    },
  },
];

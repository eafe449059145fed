// A cabinet of many documents in nested folders, a tenth of which its reader may not see.
import { createHash } from 'node:crypto';
import { foldText } from '../../dist/services/kernel/fold.js';
import { roots } from './generate.mjs';
import { createRandom } from './random.mjs';
import { openSink } from './sinks.mjs';

const seed = 20261201;
const folders = 400;
const rowsPerBatch = 10_000;
const words = ['facture', 'devis', 'contrat', 'relevé', 'courrier', 'plan', 'avenant', 'quittance'];

const random = createRandom(seed);
const owner = random.id(seed);
export const cabinetId = random.id(seed + 1);
const folderIds = Array.from({ length: folders }, (_, index) => random.id(seed + 2 + index));
const key = (text) => createHash('sha256').update(text).digest('hex');

export const titleOf = (index) => `${words[index % words.length]} ${String(index).padStart(6, '0')}.pdf`;

export async function writeCabinet(database, { documents, now }) {
  const sink = await openSink(database);
  const at = sink.instant(now);
  const base = (id) => ({ id, created_at: at, version: 1 });
  const write = (table, rows) =>
    sink.write(
      table,
      Object.keys(rows[0]),
      rows.map((row) => Object.values(row)),
    );
  await write('cabinet', [
    {
      ...{ ...base(cabinetId), owner_id: roots.admin, name: 'Archives', name_folded: 'archives', name_key: key('a') },
      ...{ colour: 'GREY', status: 'ACTIVE', is_above_plan: 0, trash_days: 30, shares_by_contributors: 0 },
      ...{ document_count: documents, folder_count: folders, used_bytes: documents * 1_000, reserved_bytes: 0 },
    },
  ]);
  await write('cabinet_member', [
    { ...base(owner), cabinet_id: cabinetId, user_id: roots.admin, role: 'READER', is_entry: 0 },
  ]);
  await write(
    'folder',
    folderIds.map((id, index) => ({
      ...{ ...base(id), cabinet_id: cabinetId, parent_id: index < 20 ? null : folderIds[Math.floor(index / 3)] },
      ...{
        name: `Dossier ${index}`,
        name_folded: `dossier ${index}`,
        name_key: key(id),
        is_named: 1,
        status: 'ACTIVE',
      },
    })),
  );
  await write(
    'folder_restriction',
    [3, 21, 40].map((index) => ({
      ...{ ...base(random.id(now)), folder_id: folderIds[index], user_id: roots.admin, most: 'NONE' },
    })),
  );
  for (let from = 0; from < documents; from += rowsPerBatch)
    await write(
      'document',
      Array.from({ length: Math.min(rowsPerBatch, documents - from) }, (_, i) => {
        const [id, title] = [random.id(now), titleOf(from + i)];
        return {
          ...{ ...base(id), cabinet_id: cabinetId, folder_id: folderIds[(from + i) % folders], title },
          ...{ title_folded: foldText(title), name_key: key(id), is_named: 1, status: 'ACTIVE', type_folded: '' },
          ...{ document_date: '', custom_values: '{}', last_number: 1, size_bytes: 1_000 + (from + i) },
          ...{ mime_type: 'application/pdf', updated_at: at },
        };
      }),
    );
  await sink.close();
}

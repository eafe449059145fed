import { through, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const vaultColumns = {
  data_key: none('id', 'file_id', 'version_id', 'kek_id', 'wrapped', 'is_secret', 'created_at', 'rotated_at'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const vaultTies = {
  data_key: [through('stored_file', 'data_key_id', ['id', 'stored_file'])],
} as const satisfies Ties;

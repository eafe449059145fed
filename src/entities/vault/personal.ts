import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const vaultColumns = {
  data_key: none('id', 'file_id', 'version_id', 'kek_id', 'wrapped', 'created_at', 'rotated_at'),
} as const satisfies PersonalTables;

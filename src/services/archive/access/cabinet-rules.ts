import type { CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { ContainerRules } from '../../access/containers.ts';

/** A place in a cabinet. ADMIN: an admin who is no member, and reads no document. */
export type CabinetPlace = CabinetRole | 'ADMIN';

const all = ['READER', 'CONTRIBUTOR', 'MANAGER'] as const;
const contributors = ['CONTRIBUTOR', 'MANAGER'] as const;
const managers = ['MANAGER'] as const;

/** Which places bring which permission in a cabinet. Contributors trash and restore what they brought themselves. */
export const cabinetRules: ContainerRules<CabinetPlace> = {
  'cabinet:read': [...all, 'ADMIN'],
  'cabinet:update': managers,
  'cabinet:archive': managers,
  'cabinet:delete': managers,
  'cabinet:transfer': managers,
  'cabinet:grant': managers,
  'cabinet:enter': ['ADMIN'],
  'folder:manage': contributors,
  'folder:restrict': managers,
  'document:read': all,
  'document:add': contributors,
  'document:update': contributors,
  'document:lock': contributors,
  'document:break-lock': managers,
  'document:trash': contributors,
  'document:restore': contributors,
  'document:move': contributors,
  'document:purge': managers,
  'retention:classify': managers,
  'destruction:approve': managers,
  'certificate:read': managers,
  'activity:read': all,
  'version:restore': contributors,
  'version:delete': managers,
};

import { registerEnumType } from 'type-graphql';
import { permissionSets } from '../../services/kernel/roles.ts';
import { enumOf } from '../shared/enum-of.ts';

export const PermissionSetEnum = enumOf(permissionSets);
registerEnumType(PermissionSetEnum, {
  name: 'PermissionSet',
  description: 'What a person may be granted beside their role.',
  valuesConfig: {
    AUDITOR: {
      description: 'Reads what admins read (accounts, orders, payments, invoices, jobs), and changes nothing.',
    },
    SUPPORT_AGENT: { description: 'Handles tickets and conversations; sees neither money nor settings.' },
  },
});

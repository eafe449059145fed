import { registerEnumType } from 'type-graphql';
import { userRoles } from '../../services/kernel/roles.ts';
import { enumOf } from '../shared/enum-of.ts';

export const UserRoleEnum = enumOf(userRoles);
registerEnumType(UserRoleEnum, { name: 'UserRole', description: 'Who a person is to the business.' });

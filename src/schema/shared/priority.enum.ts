import { registerEnumType } from 'type-graphql';
import { priorities } from '../../entities/notifications/notification.entity.ts';
import { enumOf } from './enum-of.ts';

export const PriorityEnum = enumOf(priorities);
registerEnumType(PriorityEnum, {
  name: 'Priority',
  description:
    'How pressing something is. As an input, the French names of before are understood too (`HAUTE`, `URGENTE`).',
});

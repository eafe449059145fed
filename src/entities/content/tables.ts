import type { Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const contentColumns = {
  faq_entry: none('id', 'created_at', 'version', 'question', 'answer', 'details', 'category', 'position', 'is_visible'),
  page: none(
    'id',
    'created_at',
    'version',
    'slug',
    'title',
    'content',
    'excerpt',
    'type',
    'status',
    'position',
    'published_at',
  ),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const contentTies = {
  faq_entry: [],
  page: [],
} as const satisfies Ties;

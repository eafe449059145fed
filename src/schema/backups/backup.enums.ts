import { registerEnumType } from 'type-graphql';
import { backupRungs, backupStatuses, backupTriggers } from '../../entities/backups/backup.entity.ts';
import { drillResults } from '../../entities/backups/restore-drill.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const BackupTriggerEnum = enumOf(backupTriggers);
registerEnumType(BackupTriggerEnum, {
  name: 'BackupTrigger',
  description: 'Why a backup was made.',
  valuesConfig: {
    MANUAL: { description: 'Somebody asked for it.' },
    SCHEDULED: { description: 'It was its time.' },
    BEFORE_MIGRATION: { description: 'A release was about to change the database.' },
    BEFORE_RESTORE: { description: 'Something was about to be restored.' },
  },
});

export const BackupStatusEnum = enumOf(backupStatuses);
registerEnumType(BackupStatusEnum, {
  name: 'BackupStatus',
  description: 'How a backup is.',
  valuesConfig: {
    RUNNING: { description: 'It is being made.' },
    COMPLETE: { description: 'It can be restored.' },
    DAMAGED: { description: 'Something of it is not what it was, and no whole copy was found.' },
    FAILED: { description: 'It was not made: `failure` says why.' },
    DELETED: { description: 'It was deleted; its row stays.' },
  },
});

export const BackupRungEnum = enumOf(backupRungs);
registerEnumType(BackupRungEnum, {
  name: 'BackupRung',
  description: 'How long a backup is kept.',
  valuesConfig: {
    DAILY: { description: '30 days.' },
    WEEKLY: { description: 'Three months: the first of a week, which begins on Sunday.' },
    MONTHLY: { description: 'A year: the first of a month.' },
    MANUAL: { description: '90 days, or until it is deleted when it has a label.' },
  },
});

export const DrillResultEnum = enumOf(drillResults);
registerEnumType(DrillResultEnum, {
  name: 'DrillResult',
  description: 'How a restore for practice ended.',
  valuesConfig: {
    RUNNING: { description: 'It waits, or is being done.' },
    PASSED: { description: 'Everything was there, and opened.' },
    FAILED: { description: '`fault` says what was not as it must be.' },
  },
});

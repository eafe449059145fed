import { Migration } from '@mikro-orm/migrations';

export class Migration0044_reminders_of_bookings extends Migration {

  override name = 'Migration0044_reminders_of_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table \`booking_reminder\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`booking_id\` char(36) not null, \`kind\` text not null, \`channel\` text check (\`channel\` in ('EMAIL', 'SMS')) not null, \`due_at\` datetime not null, \`starts_at\` datetime not null, \`status\` text check (\`status\` in ('PLANNED', 'SENT', 'SKIPPED', 'CANCELLED')) not null default 'PLANNED', \`reason\` text check (\`reason\` in ('NOT_WANTED', 'TOO_LATE', 'QUIET_HOURS', 'STARTED')) null, constraint \`booking_reminder_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`booking_reminder_booking_id_index\` on \`booking_reminder\` (\`booking_id\`);`);
    this.addSql(`create index \`booking_reminder_status_due_at_index\` on \`booking_reminder\` (\`status\`, \`due_at\`);`);
    this.addSql(`create unique index \`booking_reminder_booking_id_kind_channel_starts_at_unique\` on \`booking_reminder\` (\`booking_id\`, \`kind\`, \`channel\`, \`starts_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`booking_reminder\`;`);
  }

}

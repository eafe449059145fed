import { Migration } from '@mikro-orm/migrations';

export class Migration0044_reminders_of_bookings extends Migration {

  override name = 'Migration0044_reminders_of_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table \`booking_reminder\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`booking_id\` char(36) not null, \`kind\` varchar(30) not null, \`channel\` enum('EMAIL','SMS') not null, \`due_at\` datetime(3) not null, \`starts_at\` datetime(3) not null, \`status\` enum('PLANNED','SENT','SKIPPED','CANCELLED') not null default 'PLANNED', \`reason\` enum('NOT_WANTED','TOO_LATE','QUIET_HOURS','STARTED') null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`booking_reminder\` add index \`booking_reminder_booking_id_index\` (\`booking_id\`);`);
    this.addSql(`alter table \`booking_reminder\` add index \`booking_reminder_status_due_at_index\` (\`status\`, \`due_at\`);`);
    this.addSql(`alter table \`booking_reminder\` add unique \`booking_reminder_booking_id_kind_channel_starts_at_unique\` (\`booking_id\`, \`kind\`, \`channel\`, \`starts_at\`);`);

    this.addSql(`alter table \`booking_reminder\` add constraint \`booking_reminder_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`booking_reminder\`;`);
  }

}

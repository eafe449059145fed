import { Migration } from '@mikro-orm/migrations';

export class Migration0049_exports_of_bookings extends Migration {

  override name = 'Migration0049_exports_of_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table \`booking_export\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`requested_by_id\` char(36) not null, \`format\` text check (\`format\` in ('CSV', 'ICS')) not null, \`filter\` json not null, \`total_bookings\` integer not null, \`written_bookings\` integer not null default 0, \`file_id\` char(36) null, \`finished_at\` datetime null);`);
    this.addSql(`create index \`booking_export_requested_by_id_index\` on \`booking_export\` (\`requested_by_id\`);`);
    this.addSql(`create index \`booking_export_file_id_index\` on \`booking_export\` (\`file_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`booking_export\`;`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration0049_exports_of_bookings extends Migration {

  override name = 'Migration0049_exports_of_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table \`booking_export\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`requested_by_id\` char(36) not null, \`format\` enum('CSV','ICS') not null, \`filter\` json not null, \`total_bookings\` int not null, \`written_bookings\` int not null default 0, \`file_id\` char(36) null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`booking_export\` add index \`booking_export_requested_by_id_index\` (\`requested_by_id\`);`);
    this.addSql(`alter table \`booking_export\` add index \`booking_export_file_id_index\` (\`file_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`booking_export\`;`);
  }

}

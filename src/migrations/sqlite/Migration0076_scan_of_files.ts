import { Migration } from '@mikro-orm/migrations';

export class Migration0076_scan_of_files extends Migration {

  override name = 'Migration0076_scan_of_files';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`stored_file\` add column \`scan_status\` text check (\`scan_status\` in ('PENDING', 'CLEAN', 'INFECTED', 'UNVERIFIED')) null;`);
    this.addSql(`alter table \`stored_file\` add column \`scanned_at\` datetime null;`);
    this.addSql(`alter table \`stored_file\` add column \`scan_result\` text null;`);
    this.addSql(`create index \`stored_file_scan_status_index\` on \`stored_file\` (\`scan_status\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`stored_file_scan_status_index\`;`);
    this.addSql(`alter table \`stored_file\` drop column \`scan_result\`;`);
    this.addSql(`alter table \`stored_file\` drop column \`scanned_at\`;`);
    this.addSql(`alter table \`stored_file\` drop column \`scan_status\`;`);
  }

}

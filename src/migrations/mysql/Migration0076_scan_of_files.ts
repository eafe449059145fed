import { Migration } from '@mikro-orm/migrations';

export class Migration0076_scan_of_files extends Migration {

  override name = 'Migration0076_scan_of_files';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`stored_file\` add \`scan_status\` enum('PENDING','CLEAN','INFECTED','UNVERIFIED') null, add \`scanned_at\` datetime(3) null, add \`scan_result\` varchar(255) null;`);
    this.addSql(`alter table \`stored_file\` add index \`stored_file_scan_status_index\` (\`scan_status\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`stored_file\` drop index \`stored_file_scan_status_index\`;`);
    this.addSql(`alter table \`stored_file\` drop column \`scan_status\`, drop column \`scanned_at\`, drop column \`scan_result\`;`);
  }

}

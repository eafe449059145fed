import { Migration } from '@mikro-orm/migrations';

export class Migration0095_quarantined_files extends Migration {

  override name = 'Migration0095_quarantined_files';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`stored_file\` drop index \`stored_file_scan_status_index\`;`);
    this.addSql(`alter table \`stored_file\` add index \`stored_file_scan_status_created_at_id_index\` (\`scan_status\`, \`created_at\`, \`id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`stored_file\` drop index \`stored_file_scan_status_created_at_id_index\`;`);
    this.addSql(`alter table \`stored_file\` add index \`stored_file_scan_status_index\` (\`scan_status\`);`);
  }

}

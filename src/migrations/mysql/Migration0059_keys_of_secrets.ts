import { Migration } from '@mikro-orm/migrations';

export class Migration0059_keys_of_secrets extends Migration {

  override name = 'Migration0059_keys_of_secrets';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`data_key\` add \`is_secret\` tinyint(1) not null default false;`);
    this.addSql(
      `update \`data_key\` set \`is_secret\` = true where \`id\` in (select \`key_id\` from \`audit_subject\`) or \`id\` in (select \`data_key_id\` from \`two_factor\`) or \`id\` in (select \`data_key_id\` from \`calendar_connection\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`data_key\` drop column \`is_secret\`;`);
  }

}

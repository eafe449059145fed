import { Migration } from '@mikro-orm/migrations';

export class Migration0053_logo_of_the_seller extends Migration {

  override name = 'Migration0053_logo_of_the_seller';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`seller\` add column \`logo_id\` char(36) null constraint \`seller_logo_id_foreign\` references \`stored_file\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`seller\` add column \`logo_width\` integer null;`);
    this.addSql(`alter table \`seller\` add column \`logo_height\` integer null;`);
    this.addSql(`create index \`seller_logo_id_index\` on \`seller\` (\`logo_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`seller_logo_id_index\`;`);
    this.addSql(`alter table \`seller\` drop column \`logo_id\`;`);
    this.addSql(`alter table \`seller\` drop column \`logo_width\`;`);
    this.addSql(`alter table \`seller\` drop column \`logo_height\`;`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration0053_logo_of_the_seller extends Migration {

  override name = 'Migration0053_logo_of_the_seller';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`seller\` add \`logo_id\` char(36) null, add \`logo_width\` int null, add \`logo_height\` int null;`);
    this.addSql(`alter table \`seller\` add constraint \`seller_logo_id_foreign\` foreign key (\`logo_id\`) references \`stored_file\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`seller\` add index \`seller_logo_id_index\` (\`logo_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`seller\` drop foreign key \`seller_logo_id_foreign\`;`);

    this.addSql(`alter table \`seller\` drop index \`seller_logo_id_index\`;`);
    this.addSql(`alter table \`seller\` drop column \`logo_id\`, drop column \`logo_width\`, drop column \`logo_height\`;`);
  }

}

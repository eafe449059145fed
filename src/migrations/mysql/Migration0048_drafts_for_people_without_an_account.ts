import { Migration } from '@mikro-orm/migrations';

export class Migration0048_drafts_for_people_without_an_account extends Migration {

  override name = 'Migration0048_drafts_for_people_without_an_account';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`invoice_draft\` add \`person_name\` varchar(255) null, add \`person_email\` varchar(255) null, add \`person_address\` json null, add \`person_locale\` enum('fr','en') null;`);
    this.addSql(`alter table \`invoice_draft\` modify \`buyer_id\` char(36) null;`);
    this.addSql(`alter table \`invoice_draft\` add index \`invoice_draft_person_email_index\` (\`person_email\`);`);
    this.addSql(`alter table \`invoice_draft\` add constraint \`invoice_draft_check\` check ((buyer_id is null) <> (person_email is null));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`invoice_draft\` drop index \`invoice_draft_person_email_index\`;`);
    this.addSql(`alter table \`invoice_draft\` drop constraint \`invoice_draft_check\`;`);
    this.addSql(`alter table \`invoice_draft\` drop column \`person_name\`, drop column \`person_email\`, drop column \`person_address\`, drop column \`person_locale\`;`);
    this.addSql(`alter table \`invoice_draft\` modify \`buyer_id\` char(36) not null;`);
  }

}

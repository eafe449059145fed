import { Migration } from '@mikro-orm/migrations';

/** Types of subjects and names of providers are text: a new one needs no migration. Events are known by provider and id. */
export class Migration0009_subjects extends Migration {

  override name = 'Migration0009_subjects';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`invoice\` drop foreign key \`invoice_customer_id_foreign\`;`);

    this.addSql(`alter table \`conversation\` modify \`context_type\` varchar(40) not null;`);

    this.addSql(`alter table \`legal_hold\` modify \`target_type\` varchar(40) not null;`);

    this.addSql(`alter table \`payment\` modify \`provider\` varchar(20) not null;`);
    this.addSql(`alter table \`payment\` modify \`subject_type\` varchar(40) not null;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_customer_id_index\`;`);
    this.addSql(`alter table \`invoice\` modify \`subject_type\` varchar(40) not null;`);
    this.addSql(`alter table \`invoice\` change \`customer_id\` \`buyer_id\` char(36) not null;`);
    this.addSql(`alter table \`invoice\` add constraint \`invoice_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`invoice\` add index \`invoice_buyer_id_index\` (\`buyer_id\`);`);

    // What waits in the queue and in the inbox is carried over.
    this.addSql(`update \`job\` set \`payload\` = json_set(\`payload\`, '$.subject', json_object('type', 'ORDER', 'id', json_unquote(json_extract(\`payload\`, '$.orderId')))) where \`kind\` = 'messaging.open-conversation';`);
    this.addSql(`update \`job\` set \`payload\` = json_set(\`payload\`, '$.provider', coalesce((select \`e\`.\`provider\` from \`webhook_event\` as \`e\` where \`e\`.\`id\` = json_unquote(json_extract(\`job\`.\`payload\`, '$.eventId'))), 'STRIPE')) where \`kind\` = 'billing.apply-payment-event';`);
    this.addSql(`update \`webhook_event\` set \`payload\` = json_set(\`payload\`, '$.evidence', case \`type\` when 'checkout.session.async_payment_succeeded' then 'PAID' when 'charge.refunded' then 'REFUNDED' when 'payment_intent.payment_failed' then 'ANY' else 'ENDED' end) where json_unquote(json_extract(\`payload\`, '$.kind')) in ('SESSION', 'PAYMENT');`);

    this.addSql(`alter table \`webhook_event\` drop primary key;`);
    this.addSql(`alter table \`webhook_event\` add primary key (\`provider\`, \`id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`invoice\` drop foreign key \`invoice_buyer_id_foreign\`;`);

    this.addSql(`alter table \`conversation\` modify \`context_type\` enum('ORDER') not null;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_buyer_id_index\`;`);
    this.addSql(`alter table \`invoice\` modify \`subject_type\` enum('ORDER') not null;`);
    this.addSql(`alter table \`invoice\` change \`buyer_id\` \`customer_id\` char(36) not null;`);
    this.addSql(`alter table \`invoice\` add constraint \`invoice_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`invoice\` add index \`invoice_customer_id_index\` (\`customer_id\`);`);

    this.addSql(`alter table \`legal_hold\` modify \`target_type\` enum('USER','ORDER','CONVERSATION','FILE','PAYMENT','INVOICE') not null;`);

    this.addSql(`alter table \`payment\` modify \`subject_type\` enum('ORDER') not null;`);
    this.addSql(`alter table \`payment\` modify \`provider\` enum('STRIPE','SANDBOX') not null;`);

    this.addSql(`alter table \`webhook_event\` drop primary key;`);
    this.addSql(`alter table \`webhook_event\` add primary key (\`id\`);`);
  }

}

import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { guestOrderStatuses } from '../../entities/orders/guest-order.entity.ts';
import { PriceUnitEnum } from '../catalog/price-item.type.ts';
import { FileScanStatusEnum } from '../files/stored-file.type.ts';
import { DateTime, EmailAddress, PhoneNumber } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { MoneyType } from '../shared/money.type.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';

export const GuestOrderStatusEnum = enumOf(guestOrderStatuses);
registerEnumType(GuestOrderStatusEnum, {
  name: 'GuestOrderStatus',
  description: 'Status of an order without an account.',
  valuesConfig: {
    STARTED: { description: 'Begun; the manuscript is sent and the price is paid next.' },
    REVIEW: { description: 'The visitor asked for a price; the team answers.' },
    AWAITING_PAYMENT: { description: 'Its payment page is open.' },
    COMPLETED: { description: 'Paid.' },
    EXPIRED: { description: 'Over without a payment: its manuscript is destroyed.' },
  },
});

/** What its visitor can do; the words of the API. */
export const guestOrderActions = ['attachManuscript', 'openCheckout', 'askReview', 'expire'] as const;
export const GuestOrderActionEnum = enumOf(guestOrderActions);
registerEnumType(GuestOrderActionEnum, {
  name: 'GuestOrderAction',
  description: 'What its visitor can do with an order without an account now.',
  valuesConfig: {
    attachManuscript: { description: '`uploadGuestManuscript`.' },
    openCheckout: { description: '`openGuestCheckout`.' },
    askReview: { description: '`requestGuestReview`.' },
    expire: { description: '`abandonGuestOrder`.' },
  },
});

@ObjectType('GuestOrder', {
  description:
    'What a visitor orders without an account: seen by whoever holds its token, and by admins. Paid, it becomes an order.',
  simpleResolvers: true,
})
export class GuestOrderType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => GuestOrderStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => [GuestOrderActionEnum], { description: 'What its visitor can do now.' })
  availableActions!: string[];

  @Field(() => String, { description: 'First name; empty once it is over.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name; empty once it is over.' })
  lastName!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'Address; null once it is over.' })
  email!: string | null;

  @Field(() => PhoneNumber, { nullable: true, description: 'Phone number; null when none was given.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address for invoices; null when none was given.' })
  address!: string | null;

  @Field(() => LocaleEnum, { description: 'Language to write to them in.' })
  locale!: string;

  @Field(() => String, { description: 'Title of the manuscript; empty once it is over.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What the text is; null when nothing was said.' })
  description!: string | null;

  @Field(() => String, { description: 'The service, as the price list called it at the start.' })
  service!: string;

  @Field(() => PriceUnitEnum, { description: 'How it is priced.' })
  unit!: string;

  @Field(() => PriorityEnum, { description: 'How pressing it is.' })
  priority!: string;

  @Field(() => Int, { nullable: true, description: 'Pages, as the visitor counted them; null where none are needed.' })
  declaredPages!: number | null;

  @Field(() => MoneyType, { description: 'What it was to cost at the start, VAT included.' })
  estimatedTotal!: MoneyType;

  @Field(() => MoneyType, {
    description: 'What is to be paid, VAT included: it holds until the order expires, whatever the price list says.',
  })
  quotedTotal!: MoneyType;

  @Field(() => String, { nullable: true, description: 'Why a price was asked for; null when none was.' })
  reviewMessage!: string | null;

  @Field(() => String, { nullable: true, description: 'What the team answered; null before.' })
  reviewAnswer!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the manuscript; null before it is sent, and at the end.',
  })
  manuscriptName!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Size of the manuscript in bytes; null before it is sent, and at the end.',
  })
  manuscriptBytes!: number | null;

  @Field(() => FileScanStatusEnum, {
    nullable: true,
    description:
      'What an antivirus says of the manuscript; null where none is installed. INFECTED, another one is to be sent: nobody pays for this one (FILE_INFECTED).',
  })
  manuscriptScanStatus!: string | null;

  @Field(() => Int, { description: 'How often a manuscript can still be sent.' })
  uploadsLeft!: number;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it ends unless it is paid.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid; null before.' })
  paidAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The order that it has become; null before.' })
  orderId!: string | null;
}

export const GuestOrderConnection = connectionOf(GuestOrderType, 'GuestOrder');

@ObjectType('StartedGuestOrder', {
  description: 'An order without an account, and the token that opens it.',
  simpleResolvers: true,
})
export class StartedGuestOrderType {
  @Field(() => GuestOrderType, { description: 'The order.' })
  guestOrder!: GuestOrderType;

  @Field(() => String, { description: 'Opens the order; shown this once, keep it. The one before is void.' })
  resumeToken!: string;
}

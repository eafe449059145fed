import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PreferencesType, UserType } from '../../schema/identity/user.type.ts';
import { preferencesById, type Preferences } from '../../services/identity/index.ts';
import { refusedAddresses } from '../../services/notifications/index.ts';
import { loadOne, loadSure, type Context } from '../context.ts';

/** What somebody chose for messages, as it was asked for before every type of notification had its preferences. */
@Resolver(() => PreferencesType)
export class PreferencesResolver {
  @FieldResolver(() => Boolean, {
    description: 'By mail, when a message stays unread?',
    deprecationReason: 'Goes on 2027-06-30: read myNotificationPreferences.',
  })
  async messagesByEmail(@Root() { userId }: Chosen, @Ctx() context: Context): Promise<boolean> {
    return (await chosenBy(context, userId)).messagesByEmail;
  }

  @FieldResolver(() => Boolean, {
    description: 'Receives in-app notifications of messages?',
    deprecationReason: 'Goes on 2027-06-30: read myNotificationPreferences.',
  })
  async messagesInApp(@Root() { userId }: Chosen, @Ctx() context: Context): Promise<boolean> {
    return (await chosenBy(context, userId)).messagesInApp;
  }
}

/** Whether mails reach somebody: seen on them, and on what they ordered. */
@Resolver(() => UserType)
export class UserMailResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Is their address out of use, so that no mail is sent to it? Null when the address is not yours to see.',
  })
  async isMailRefused(
    @Root() { email }: { readonly email: string | null },
    @Ctx() context: Context,
  ): Promise<boolean | null> {
    return email === null ? null : (await loadOne(context, refusedAddresses, email)) === true;
  }
}

interface Chosen {
  readonly userId: string;
}

const chosenBy = (context: Context, userId: string): Promise<Preferences> => loadSure(context, preferencesById, userId);

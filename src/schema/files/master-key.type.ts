import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { keyProviders } from '../../services/kernel/key-providers.ts';
import { Cost } from '../directives/cost.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const KeyProviderEnum = enumOf(keyProviders);
registerEnumType(KeyProviderEnum, { name: 'KeyProvider', description: 'Who holds a master key.' });

@ObjectType('MasterKey', {
  description: 'A key that wraps the data keys of files and secrets. The key itself is never shown.',
  simpleResolvers: true,
})
export class MasterKeyType {
  @Field(() => ID, { description: 'Identifier, as `keys:retire` takes it.' })
  id!: string;

  @Field(() => KeyProviderEnum, { description: 'Who holds it.' })
  provider!: string;

  @Field(() => Boolean, { description: 'It wraps what is sealed from now on.' })
  isActive!: boolean;

  @Field(() => Boolean, { description: 'Its provider answers.' })
  isReachable!: boolean;

  @Field(() => Int, { description: 'How many data keys it wraps.' })
  dataKeyCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the oldest of them was made; null when there is none.' })
  oldestAt!: Date | null;

  @Field(() => Boolean, { description: 'A kept backup needs it: it cannot be retired.' })
  isNeededByBackup!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When no kept backup needs it any more; null when none does, or when one is kept without an end.',
  })
  neededUntil!: Date | null;
}

@ObjectType('EmergencyKit', {
  description: 'Shares on paper, some of which together open the keys of the installation.',
  simpleResolvers: true,
})
export class EmergencyKitType {
  @Field(() => ID, { description: 'Identifier, printed on each share.' })
  id!: string;

  @Field(() => Int, { description: 'How many shares were printed.' })
  shares!: number;

  @Field(() => Int, { description: 'How many of them are needed.' })
  needed!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When shares last proved that they open it; null when never.' })
  verifiedAt!: Date | null;
}

@ObjectType('MasterKeys', {
  description: 'The master keys, how far a rotation is, and the emergency kit.',
  simpleResolvers: true,
})
export class MasterKeysType {
  @Cost({ size: 10 })
  @Field(() => [MasterKeyType], { description: 'The keys; old ones still unwrap.' })
  keys!: MasterKeyType[];

  @Field(() => Int, { description: 'Data keys that an old master key wraps: what `keys:rotate` has left to do.' })
  remaining!: number;

  @Field(() => Int, { description: 'Data keys wrapped anew in the last minute.' })
  rewrappedLastMinute!: number;

  @Field(() => EmergencyKitType, { nullable: true, description: 'Null when none was made.' })
  kit!: EmergencyKitType | null;
}

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { DemoStatusType } from './demo.type.ts';

/** The states under the names of the API. */
export const HealthStateEnum = { OK: 'ok', DEGRADED: 'degraded', FAILING: 'failing' } as const;
registerEnumType(HealthStateEnum, {
  name: 'HealthState',
  description: 'How a part of the system is.',
  valuesConfig: {
    OK: { description: 'It works.' },
    DEGRADED: { description: 'It works for now, or the system works without it.' },
    FAILING: { description: 'It does not work.' },
  },
});

@ObjectType('SystemPart', { description: 'A part of the system, or a provider.', simpleResolvers: true })
export class SystemPartType {
  @Field(() => String, { description: 'What it is: `database`, `storage`, `mail`, `payments.stripe` …' })
  name!: string;

  @Field(() => HealthStateEnum, { description: 'How it is.' })
  state!: string;

  @Field(() => Boolean, { description: 'The system cannot work without it.' })
  isEssential!: boolean;

  @Field(() => DateTime, { description: 'Since when this process finds it in this state.' })
  since!: Date;

  @Field(() => Int, { description: 'How long it took to answer, in milliseconds.' })
  milliseconds!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not well; null when it is, or when only the log may say.',
  })
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: 'Free space in whole megabytes; null for what is no disk.' })
  freeMegabytes!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the newest backup was begun (of several targets, of the one that is furthest behind), or the last restore for practice ended; null for other parts, and before the first.',
  })
  lastDoneAt!: Date | null;
}

@ObjectType('SystemStatus', {
  description: 'How the system is, as the server that answers finds it.',
  simpleResolvers: true,
})
export class SystemStatusType {
  @Field(() => HealthStateEnum, { description: 'FAILING when something fails that the system cannot work without.' })
  state!: string;

  @Field(() => [SystemPartType], { description: 'Its parts.' })
  parts!: SystemPartType[];

  @Field(() => Int, { description: 'Jobs that are due and that no worker has taken up.' })
  waitingJobs!: number;

  @Field(() => Int, { description: 'For how many seconds the oldest of them has been waiting.' })
  oldestWaitingSeconds!: number;

  @Field(() => Int, { description: 'Jobs whose attempts all failed: they wait for an admin.' })
  deadJobs!: number;

  @Field(() => DemoStatusType, {
    nullable: true,
    description: 'What to show above every page of an installation that demonstrates; null for any other.',
  })
  demo!: DemoStatusType | null;
}

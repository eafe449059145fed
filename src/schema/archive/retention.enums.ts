import { registerEnumType } from 'type-graphql';
import { destroyedKinds } from '../../entities/archive/destruction-certificate.entity.ts';
import { retentionOutcomes } from '../../services/kernel/keeping.ts';
import { enumOf } from '../shared/enum-of.ts';

export const RetentionOutcomeEnum = enumOf(retentionOutcomes);
registerEnumType(RetentionOutcomeEnum, {
  name: 'RetentionOutcome',
  description: 'What the nightly run does with a document.',
  valuesConfig: {
    SHORTENED: { description: 'The shorter time that was asked for 30 days ago takes effect.' },
    TO_REVIEW: { description: 'Its time is over: managers decide.' },
    TRASHED: { description: 'Its time is over: it goes into the trash, with a notice of 14 days.' },
    DESTROYED: { description: 'Its notice is over: it is destroyed.' },
  },
});

export const DestroyedKindEnum = enumOf(destroyedKinds);
registerEnumType(DestroyedKindEnum, {
  name: 'DestroyedKind',
  description: 'What a certificate of destruction is about.',
  valuesConfig: {
    DOCUMENT: { description: 'A document, with all its versions.' },
    CABINET: { description: 'A cabinet; each of its documents has a certificate of its own.' },
  },
});

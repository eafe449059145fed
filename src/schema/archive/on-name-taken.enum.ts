import { registerEnumType } from 'type-graphql';
import { takenNames } from '../../entities/archive/upload-session.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const OnNameTakenEnum = enumOf(takenNames);
registerEnumType(OnNameTakenEnum, {
  name: 'OnNameTaken',
  description:
    'What becomes of a name that is taken in its folder. REFUSE: NAME_TAKEN. NEW_VERSION: the document of that name gets a new version. KEEP_BOTH: the next free name, `rapport (2).pdf`.',
});

import { Args, Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { enumLabels } from '../../schema/labels/index.ts';
import { EnumLabelsArgs, EnumLabelsType } from '../../schema/platform/enum-labels.type.ts';
import { fieldError } from '../../services/kernel/errors.ts';

const all: ReadonlyMap<string, EnumLabelsType> = new Map(
  Object.entries(enumLabels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => [
      name,
      { name, values: Object.entries(values).map(([value, [french, english]]) => ({ value, french, english })) },
    ]),
);

/** What people call the values of enumerations, so that no front-end writes its own dictionary. */
@Resolver(() => EnumLabelsType)
export class EnumLabelsPublicResolver {
  @Cost({ size: 60 })
  @CacheControl({ maxAgeSeconds: 3_600 })
  @Public()
  @Query(() => [EnumLabelsType], {
    description:
      'What people call the values of every enumeration, in French and English. The same for everybody and until the server is upgraded: ask once and keep it. INPUT_INVALID for a name that is none.',
  })
  enumLabels(@Args(() => EnumLabelsArgs) { names }: EnumLabelsArgs): EnumLabelsType[] {
    if (names === null || names === undefined) return [...all.values()];
    return [...new Set(names)].map((name) => {
      const labels = all.get(name);
      if (labels === undefined) throw fieldError('names', 'enum');
      return labels;
    });
  }
}

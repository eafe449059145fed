import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { ArtisansArgs } from '../../schema/scheduling/artisan.input.ts';
import { ArtisanConnection, ArtisanType } from '../../schema/scheduling/artisan.type.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { getArtisan, listArtisans, type ArtisanRow } from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Whom appointments are made with, for everybody. */
@Resolver()
export class ArtisanPublicResolver {
  @Public()
  @Query(() => ArtisanConnection, {
    description: 'The artisans who are published, by their names unless said; admins see the others, too.',
  })
  artisans(@Args(() => ArtisansArgs) args: ArtisansArgs, @Ctx() context: Context): Promise<PageOf<ArtisanRow>> {
    return listArtisans(context.read, args);
  }

  @Public()
  @Query(() => ArtisanType, { description: 'One artisan. Error: NOT_FOUND, for one who is not published too.' })
  artisan(
    @Arg('slug', () => String, { description: 'Their part of addresses of the web.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<ArtisanRow> {
    return getArtisan(context.read, slug);
  }
}

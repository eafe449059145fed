import type { FastifyInstance } from 'fastify';

const mediaType = 'application/x-www-form-urlencoded';

/** Options of a route that a button of our own page posts to. */
export const emptyForm = { config: { takes: [mediaType] } };

/** The forms of our own pages have no fields: their body is ignored. */
export function takeEmptyForms(instance: FastifyInstance): void {
  instance.addContentTypeParser(mediaType, { parseAs: 'string', bodyLimit: 1_024 }, (_request, _body, parsed) =>
    parsed(null, undefined),
  );
}

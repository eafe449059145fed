import type { FastifyInstance } from 'fastify';

const name = Symbol.for('fastify.display-name');

/**
 * Adds routes that have parsers and hooks of their own. They are named, because Fastify looks for a plugin without a
 * name among all modules that were loaded: that was a sixth of opening a server.
 */
export function encapsulate(app: FastifyInstance, routes: string, add: (instance: FastifyInstance) => void): void {
  const plugin = (instance: FastifyInstance, _options: object, done: () => void): void => {
    add(instance);
    done();
  };
  void app.register(Object.assign(plugin, { [name]: routes }));
}

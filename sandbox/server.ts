import Fastify, { type FastifyInstance } from 'fastify';

import { addControlRoutes } from './control';
import { refuseForeignPage } from './core/guard';
import { addPageRoutes } from './pageRoutes';
import type { World } from './world';

/** The HTTP server with page, control interface and every vendor's API. */
export function createServer(world: World): FastifyInstance {
	const app = Fastify({
		// Closing does not wait for anybody: hanging answers are among the faults.
		forceCloseConnections: true,
		bodyLimit: 20 * 1024 * 1024,
		exposeHeadRoutes: false,
		// Jobs are found by their owner's reference, which may be long.
		routerOptions: { maxParamLength: 2000 },
	});
	acceptEmptyJson(app);
	addPageRoutes(app);
	void app.register(async (scope) => addControlRoutes(scope, world), { prefix: '/control' });
	for (const vendor of [...world.vendors, world.erp]) {
		const mount = async (scope: FastifyInstance): Promise<void> => {
			scope.addHook('onRequest', refuseForeignPage);
			scope.addHook('onResponse', async (request) => {
				if (request.method !== 'GET') world.changed();
			});
			vendor.api(scope);
		};
		void app.register(mount, { prefix: `/${vendor.name}` });
	}
	return app;
}

// Clients announce JSON also where they send none, as with DELETE.
function acceptEmptyJson(app: FastifyInstance): void {
	const parse = app.getDefaultJsonParser('ignore', 'ignore');
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
		if (body === '') return done(null, undefined);
		return parse(request, String(body), done);
	});
}

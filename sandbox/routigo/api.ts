import type { FastifyInstance } from 'fastify';
import { addApiHooks } from '../core/apiHooks';
import type { Answer } from '../core/answer';
import { addErrorPages } from '../core/errorPages';
import { addHookRoutes } from './hookRoutes';
import { addLegacyRoutes } from './legacyRoutes';
import { problemAnswer } from './problem';
import { withoutSecrets } from './secrets';
import type { RoutigoService } from './service';
import { addUploadRoute } from './uploads';

/** RoutiGo's API as far as it's known. */
export function addApi(app: FastifyInstance, service: RoutigoService): void {
	const { settings } = service;
	const failed = (status: number, message: string): Answer =>
		problemAnswer(settings.values, { status, message });
	addApiHooks(app, { service, failed, logged: { shownBody: withoutSecrets } });
	addErrorPages(app, { redirects: () => false, failed });
	addHookRoutes(app, service);
	addLegacyRoutes(app, service);
	addUploadRoute(app, service);
}

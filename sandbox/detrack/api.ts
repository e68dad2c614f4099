import type { FastifyInstance } from 'fastify';
import type { Answer } from '../core/answer';
import { addApiHooks } from '../core/apiHooks';
import { addErrorPages } from '../core/errorPages';
import { addAccountRoutes } from './accountRoutes';
import { unauthorized } from './auth';
import { addBulkRoutes } from './bulkRoutes';
import { addDocumentRoutes } from './documents';
import { addExportRoutes } from './exportRoutes';
import { addFileRoutes } from './files';
import { addJobRoutes } from './jobRoutes';
import { addListRoutes } from './listRoutes';
import { Problem, problemAnswer } from './problem';
import type { DetrackService } from './service';

const CODES: Readonly<Record<number, string>> = {
	400: 'bad_request',
	403: 'access_denied',
	415: 'bad_request',
	429: 'rate_limit_exceeded',
};

/** Detrack's version 2 API, the family of paths that goes by D.O. numbers. */
export function addApi(app: FastifyInstance, service: DetrackService): void {
	const { settings } = service;
	service.reachedAt(() => originOf(app.server.address()));
	const expired = (): ReturnType<typeof unauthorized> => unauthorized(service);
	const failed = (status: number, message: string): Answer =>
		problemAnswer(settings.values, new Problem(status, CODES[status] ?? 'server_error', message));
	// The key is in a header, which isn't logged; in the query it would be a mistake, but a secret still.
	addApiHooks(app, { service, expired, failed, logged: { secretQuery: 'api_key' } });
	addErrorPages(app, { redirects: () => false, failed });
	addListRoutes(app, service);
	addBulkRoutes(app, service);
	addDocumentRoutes(app, service);
	addExportRoutes(app, service);
	addJobRoutes(app, service);
	addAccountRoutes(app, service);
	addFileRoutes(app, service);
}

/** Where this process listens; addresses of files begin with it. */
function originOf(address: ReturnType<FastifyInstance['server']['address']>): string {
	if (address === null || typeof address === 'string') return '';
	const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
	return `http://${host}:${address.port}`;
}

import type { FastifyRequest } from 'fastify';
import { isRecord } from './json';

/** One value of the query string; a repeated one counts as none. */
export function queryValue(request: FastifyRequest, name: string): string | undefined {
	const { query } = request;
	const value = isRecord(query) ? query[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}

/** One placeholder of the route, decoded. */
export function pathValue(request: FastifyRequest, name: string): string {
	const { params } = request;
	const value = isRecord(params) ? params[name] : undefined;
	return typeof value === 'string' ? value : '';
}

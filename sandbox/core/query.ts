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

/** The number in a query or body that is at least `least`; undefined for anything else. */
export function wholeNumber(value: unknown, least: number): number | undefined {
	const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
	return number >= least ? number : undefined;
}

/** The URL of this request with other parameters; with them goes whatever secret is in its query. */
export function linkTo(
	request: FastifyRequest,
	parameters: Readonly<Record<string, number>>,
	form: 'absolute' | 'relative' = 'absolute',
): string {
	const url = new URL(request.url, originOf(request));
	for (const [name, value] of Object.entries(parameters)) {
		url.searchParams.set(name, String(value));
	}
	return form === 'absolute' ? url.href : url.pathname + url.search;
}

/** Where the sandbox was called. */
export function originOf({ protocol, host }: FastifyRequest): string {
	return `${protocol}://${host}`;
}

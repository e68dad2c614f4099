import type { FastifyRequest } from 'fastify';
import { queryValue } from '../core/query';
import { EVENTS, TYPES } from './defaults';
import type { Webhook } from './model';
import { Problem } from '../core/problem';
import type { RoutigoSettings } from './settings';

const FILTERS = [
	{ name: 'event', field: 'routigoEvent', words: EVENTS },
	{ name: 'type', field: 'routigoEventType', words: TYPES },
] as const;

/** Whether a list was asked for in part only. */
export function isFiltered(request: FastifyRequest): boolean {
	return FILTERS.some(({ name }) => queryValue(request, name) !== undefined);
}

/** The webhooks that were asked for. */
export function filtered(
	webhooks: readonly Webhook[],
	request: FastifyRequest,
	{ unknownFilter }: RoutigoSettings,
): readonly Webhook[] {
	return FILTERS.reduce((left, { name, field, words }) => {
		const asked = queryValue(request, name);
		if (asked === undefined) return left;
		const known: readonly string[] = words;
		if (!known.includes(asked) && unknownFilter === 'ignored') return left;
		if (!known.includes(asked) && unknownFilter === 'refused') {
			throw new Problem(400, `Parameter ${name} has an unsupported value`);
		}
		return left.filter(({ config }) => config[field] === asked);
	}, webhooks);
}

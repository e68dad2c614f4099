import type { FastifyRequest } from 'fastify';

import { NO_CONTENT } from '../core/answer';
import { addCollection } from '../core/collection';
import { pageOf } from './paging';
import { named, type ScopeOf } from './scopes';
import type { ReadyCloudApi } from './service';
import type { Token } from './tokens';

/** A kind of resource, in ReadyCloud's manner. What is not given is not documented, and not there. */
interface Resource<S, E extends { id: string }> {
	path: string;
	scope: ScopeOf<S>;
	all(at: S, token: Token): readonly E[];
	/** The part of the list that was asked for; all of it if not given. */
	filter?(all: readonly E[], request: FastifyRequest): readonly E[];
	show(at: S, entry: E, request: FastifyRequest): unknown;
	/** For lists whose rows can be cut down. */
	showRow?(at: S, entry: E, request: FastifyRequest): unknown;
	create?(at: S, body: unknown, token: Token): E;
	change?(at: S, entry: E, body: unknown): void;
	remove?(at: S, entry: E): void;
}

/** Adds the routes of a kind of resource. */
export function addResource<S, E extends { id: string }>(
	{ routes, service }: ReadyCloudApi,
	{ path, scope, all, filter, show, showRow = show, create, change, remove }: Resource<S, E>,
): void {
	addCollection<Token, { scope: S; token: Token }, E>(
		{
			routes,
			one: (list) => [`${list}:one/`],
			// The vendor's own client updates by PUT, other clients by PATCH.
			change: ['patch', 'put'],
			removed: NO_CONTENT,
		},
		{
			path,
			at: (request, token) => ({ scope: scope(service, request), token }),
			list: (at, request) => {
				const seen = all(at.scope, at.token);
				const found = filter?.(seen, request) ?? seen;
				const row = (entry: E): unknown => showRow(at.scope, entry, request);
				return pageOf(request, found, service.settings.values, row);
			},
			find: (at, request) => named(all(at.scope, at.token), request, 'one'),
			show: (at, entry, request) => show(at.scope, entry, request),
			...(create && { create: (at, body) => create(at.scope, body, at.token) }),
			...(change && { change: (at, entry, body) => change(at.scope, entry, body) }),
			...(remove && { remove: (at, entry) => remove(at.scope, entry) }),
		},
	);
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonAnswer, NO_CONTENT } from '../core/answer';
import { withToken } from './auth';
import { pageOf } from './paging';
import { named, type ScopeOf } from './scopes';
import type { ReadyCloudService } from './service';
import type { Token } from './tokens';

/** A kind of resource: a list, and one of it. What isn't given isn't documented, and not there. */
export interface Collection<S, E extends { id: string }> {
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
export function addCollection<S, E extends { id: string }>(
	app: FastifyInstance,
	service: ReadyCloudService,
	kind: Collection<S, E>,
): void {
	const { path, create, change, remove } = kind;
	const one = `${path}:one/`;
	const find = (at: S, request: FastifyRequest, token: Token): E =>
		named(kind.all(at, token), request, 'one');

	app.get(
		path,
		withToken(service, (request, token) => {
			const at = kind.scope(service, request);
			const all = kind.all(at, token);
			const found = kind.filter?.(all, request) ?? all;
			const show = kind.showRow ?? kind.show;
			return pageOf(request, found, service.settings.values, (each) => show(at, each, request));
		}),
	);
	app.get(
		one,
		withToken(service, (request, token) => {
			const at = kind.scope(service, request);
			return jsonAnswer(200, kind.show(at, find(at, request, token), request));
		}),
	);
	if (create) {
		app.post(
			path,
			withToken(service, (request, token) => {
				const at = kind.scope(service, request);
				return jsonAnswer(201, kind.show(at, create(at, request.body, token), request));
			}),
		);
	}
	if (change) {
		const changed = withToken(service, (request, token) => {
			const at = kind.scope(service, request);
			const entry = find(at, request, token);
			change(at, entry, request.body);
			return jsonAnswer(200, kind.show(at, entry, request));
		});
		// The vendor's own client updates by PUT, other clients by PATCH.
		for (const method of ['PATCH', 'PUT'] as const)
			app.route({ method, url: one, handler: changed });
	}
	if (remove) {
		app.delete(
			one,
			withToken(service, (request, token) => {
				const at = kind.scope(service, request);
				remove(at, find(at, request, token));
				return NO_CONTENT;
			}),
		);
	}
}

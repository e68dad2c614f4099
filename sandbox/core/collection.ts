import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from './answer';
import type { Routes } from './routes';

/** How a vendor's collections are alike. */
export interface Manner<Caller> {
	routes: Routes<Caller>;
	/** The paths of one entry, from the path of the list. */
	one(path: string): readonly string[];
	/** The methods that change an entry. */
	change: ReadonlyArray<'put' | 'patch'>;
	/** What a removal is answered with. */
	removed: Answer;
}

/** A kind of resource: a list, and one of it. What is not given is not documented, and not there. */
export interface Collection<Caller, At, Entry> {
	path: string;
	/** Where in the tree of resources a request points; throws a problem where something is not there. */
	at(request: FastifyRequest, caller: Caller): At;
	/** The answer with the part of the list that was asked for. */
	list?(at: At, request: FastifyRequest): Answer;
	/** The entry that the path names; throws a problem where there is none. */
	find(at: At, request: FastifyRequest): Entry;
	/** An entry as programs read it. */
	show(at: At, entry: Entry, request: FastifyRequest): unknown;
	create?(at: At, body: unknown, request: FastifyRequest): Entry | Promise<Entry>;
	/** Headers of the answer to a creation. */
	createdHeaders?(at: At, entry: Entry, request: FastifyRequest): Record<string, string>;
	change?(at: At, entry: Entry, body: unknown): void;
	remove?(at: At, entry: Entry): void;
}

/** Adds the routes of a kind of resource. */
export function addCollection<Caller, At, Entry>(
	{ routes, one, change: methods, removed }: Manner<Caller>,
	kind: Collection<Caller, At, Entry>,
): void {
	const { path, list, create, createdHeaders, change, remove } = kind;
	const shown = (status: number, at: At, entry: Entry, request: FastifyRequest): Answer =>
		jsonAnswer(status, kind.show(at, entry, request));

	if (list) routes.get(path, (request, caller) => list(kind.at(request, caller), request));
	if (create) {
		routes.post(path, async (request, caller) => {
			const at = kind.at(request, caller);
			const entry = await create(at, request.body, request);
			const headers = createdHeaders?.(at, entry, request) ?? {};
			return { ...shown(201, at, entry, request), headers };
		});
	}
	for (const url of one(path)) {
		routes.get(url, (request, caller) => {
			const at = kind.at(request, caller);
			return shown(200, at, kind.find(at, request), request);
		});
		for (const method of change ? methods : []) {
			routes[method](url, (request, caller) => {
				const at = kind.at(request, caller);
				const entry = kind.find(at, request);
				change?.(at, entry, request.body);
				return shown(200, at, entry, request);
			});
		}
		if (!remove) continue;
		routes.delete(url, (request, caller) => {
			const at = kind.at(request, caller);
			remove(at, kind.find(at, request));
			return removed;
		});
	}
}

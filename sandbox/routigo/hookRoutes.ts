import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonAnswer, NO_CONTENT, type Answer } from '../core/answer';
import { pathValue } from '../core/query';
import { withKey } from './auth';
import { isFiltered, filtered } from './hookFilters';
import { createHook, updateHook } from './hooks';
import { hookView } from './hookView';
import type { Key } from './keys';
import { locationOf } from './location';
import type { Hook } from './model';
import { ping } from './ping';
import { Problem } from './problem';
import type { RoutigoService } from './service';

const PATH = '/api/v2/webhooks';
const ONE = `${PATH}/:id`;

/** The management of webhooks as RoutiGo's interface description has it. */
export function addHookRoutes(app: FastifyInstance, service: RoutigoService): void {
	const shown = (status: number, hook: Hook): Answer =>
		jsonAnswer(status, hookView(hook, service.settings.values));

	app.get(
		PATH,
		withKey(service, (request, key) => {
			const settings = service.settings.values;
			const found = filtered(seenHooks(service, key, 2), request, settings);
			const empty = isFiltered(request) ? settings.emptyFiltered : 204;
			if (found.length === 0 && empty === 204) return NO_CONTENT;
			return jsonAnswer(
				200,
				found.map((hook) => hookView(hook, settings)),
			);
		}),
	);
	app.post(
		PATH,
		withKey(service, async (request, key) => {
			const hook = createHook(service, request.body, { version: 2, owner: key.value });
			await ping(service, hook);
			const location = locationOf(request, hook, service.settings.values);
			const answer = shown(201, hook);
			return location === null ? answer : { ...answer, headers: { location } };
		}),
	);
	app.get(
		ONE,
		withKey(service, (request, key) => shown(200, find(service, request, key))),
	);
	app.put(
		ONE,
		withKey(service, (request, key) => {
			const hook = find(service, request, key);
			updateHook(service, hook, request.body);
			return shown(200, hook);
		}),
	);
	app.delete(
		ONE,
		withKey(service, (request, key) => {
			service.store.removeHook(find(service, request, key));
			return { status: 200, type: '', body: '' };
		}),
	);
}

/** The webhooks that a key sees by one version of the API. */
export function seenHooks({ store, settings }: RoutigoService, key: Key, version: 1 | 2): Hook[] {
	const { webhooksSeen, lists } = settings.values;
	return store.hooks.filter(
		(hook) =>
			(webhooksSeen === 'company' || hook.owner === key.value) &&
			(lists === 'common' || hook.version === version),
	);
}

function find(service: RoutigoService, request: FastifyRequest, key: Key): Hook {
	const id = pathValue(request, 'id');
	const hook = seenHooks(service, key, 2).find((each) => each.id === id);
	if (!hook) throw new Problem(404, `Subscription ${id} does not exist`);
	return hook;
}

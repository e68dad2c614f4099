import { isRecord } from '../core/json';
import { hookConfigOf, type HookConfig } from './hookFields';
import type { Hook } from './model';
import { Problem } from './problem';
import type { RoutigoService } from './service';

/** Registers a webhook out of a program's body. */
export function createHook(
	service: RoutigoService,
	body: unknown,
	{ version, owner }: Pick<Hook, 'version' | 'owner'>,
): Hook {
	const settings = service.settings.values;
	const config = hookConfigOf(settings, body, version);
	const isSame = (hook: Hook): boolean => isIdentical(hook.config, config);
	if (settings.identicalWebhooks === 'refused' && service.store.hooks.some(isSame)) {
		throw new Problem(400, 'An identical subscription exists already');
	}
	const hook: Hook = { id: service.store.newId(), version, config, owner, failures: 0 };
	service.store.hooks.push(hook);
	service.hideSecrets();
	return hook;
}

/** Changes a webhook by a program's body. */
export function updateHook(service: RoutigoService, hook: Hook, body: unknown): void {
	const settings = service.settings.values;
	const given = settings.update === 'merges' ? laidOver(hook.config, body) : body;
	hook.config = hookConfigOf(settings, given, hook.version, settings.badUpdateStatus);
	service.hideSecrets();
}

/** A body laid over what is registered. */
export function laidOver(config: HookConfig, body: unknown): unknown {
	if (!isRecord(body)) return body;
	const action = isRecord(body.action) ? { ...config.action, ...body.action } : config.action;
	return { ...config, ...body, action };
}

function isIdentical(one: HookConfig, other: HookConfig): boolean {
	const told = ({ routigoEvent, routigoEventType, action }: HookConfig): string =>
		JSON.stringify([routigoEvent, routigoEventType, action.url]);
	return told(one) === told(other);
}

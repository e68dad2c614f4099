import type { IHookFunctions } from 'n8n-workflow';

/**
 * Which webhooks are a trigger's own: those that call its address. Having made one does not count, as
 * a copy of n8n that was restored elsewhere remembers all that the original has made.
 */

/** Whether two URLs are the same, in whatever spelling. */
export function isSameUrl(one: string | null | undefined, other: string): boolean {
	const spelled = inOneSpelling(one ?? '');
	return spelled !== null && spelled === inOneSpelling(other);
}

/**
 * Whether a registered URL is one of the trigger's own. n8n may have been told its address without
 * `https://`; what was registered before is still to be found then.
 */
export function callsOwn(registered: string | null | undefined, own: string): boolean {
	const urls = /^https?:\/\//i.test(own) ? [own] : [`https://${own}`, `http://${own}`];
	return urls.some((url) => isSameUrl(registered, url));
}

/**
 * A URL in one spelling, `null` where it is none: a server may encode characters, order parameters or
 * end paths with a slash in its own way, and what is not found again would be registered twice.
 */
export function inOneSpelling(given: string): string | null {
	if (!URL.canParse(given)) return null;
	const url = new URL(given);
	const path = url.pathname.replace(/(?<!\/)\/+$/, '').replace(/%[0-9a-f]{2}/gi, decoded);
	url.searchParams.sort();
	return `${url.origin}${path}?${url.searchParams.toString()}`;
}

/** A character that did not have to be encoded. Others keep their code, in capitals. */
function decoded(code: string): string {
	const character = String.fromCharCode(parseInt(code.slice(1), 16));
	return /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase();
}

/**
 * Tells in the log which webhooks were left alone, although the workflow remembers having made them.
 *
 * @param service as users write it
 * @param urls that they call
 */
export function tellLeftAlone(
	context: IHookFunctions,
	service: string,
	urls: Iterable<string>,
): void {
	const hosts = new Set([...urls].map((url) => (URL.canParse(url) ? new URL(url).host : url)));
	if (hosts.size === 0) return;
	context.logger.warn(
		`${service} Trigger "${context.getNode().name}" left webhooks alone that this workflow has made, because they call another address than this n8n's: ${[...hosts].join(', ')}. If that n8n is still in use, they are its own. If this one has moved, delete them with the ${service} node.`,
	);
}

import { NodeApiError } from 'n8n-workflow';

import {
	type ApiAnswer,
	type ApiClient,
	type ApiRequest,
	isRefusal,
} from '../../shared/api/apiClient';
import { Deadline } from '../../shared/api/deadline';
import { vendorText } from '../../shared/api/vendorText';
import { isLocal } from '../../shared/basic/localUrl';
import { textOrNull } from '../../shared/basic/values';
import { MOST_REDIRECTS } from './limits';
import type { FileWords } from './storeFile';

/**
 * Asks Detrack for a file, or follows to where it says that the file is.
 *
 * @throws NodeApiError when there is none
 */
export async function requestFile(
	client: ApiClient,
	request: ApiRequest,
	words: FileWords,
): Promise<ApiAnswer> {
	const deadline = Deadline.after(client.longestSeconds);
	const answer = await client.send({ ...request, isFile: true, deadline });
	if (answer instanceof NodeApiError) throw answer;
	const location = redirectOf(answer, client.baseUrl + request.path);
	if (location !== null) return await fetchFile(client, location, words, deadline);
	if (isRefusal(answer)) throw client.refusal(answer, request);
	return answer;
}

/**
 * Fetches a file by its URL, which may be anywhere. Only Detrack's own host gets the API key,
 * and only where it does not answer without: whether files need it is not documented
 * (docs/vendors.md#detrack-documents).
 *
 * @param deadline for all that it takes, also where the URL leads to others
 * @throws NodeApiError when the URL is not safe, or the file cannot be had
 */
export async function fetchFile(
	client: ApiClient,
	fileUrl: string,
	words: FileWords,
	deadline?: Deadline,
): Promise<ApiAnswer> {
	let next = fileUrl;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
		const url = safeUrl(client, next, words);
		const answer = await fetchOnce(client, url, deadline);
		if (answer instanceof NodeApiError) throw unreachable(client, url, words);
		const location = redirectOf(answer, url.href);
		if (location === null) {
			if (isRefusal(answer)) throw refused(client, url, answer, words);
			return answer;
		}
		next = location;
	}
	throw client.error({
		message: `The address of the ${words.what} leads in circles`,
		description: 'Try again later, or tell Detrack.',
	});
}

async function fetchOnce(
	client: ApiClient,
	url: URL,
	deadline?: Deadline,
): Promise<ApiAnswer | NodeApiError> {
	const request = { method: 'GET', path: '', url: url.href, isFile: true, deadline } as const;
	const answer = await client.send(request);
	if (answer instanceof NodeApiError || ![401, 403].includes(answer.status)) return answer;
	return isOwnHost(client, url) ? await client.send({ ...request, withKey: true }) : answer;
}

function isOwnHost(client: ApiClient, url: URL): boolean {
	return url.origin === new URL(client.baseUrl).origin;
}

function redirectOf({ status, headers = {} }: ApiAnswer, from: string): string | null {
	const location = textOrNull(headers.location);
	const isRedirect = status >= 300 && status < 400 && location !== null;
	return isRedirect && URL.canParse(location, from) ? new URL(location, from).href : null;
}

/**
 * Only https, so that nobody on the way reads a proof, and nothing in the network around n8n, which whoever
 * writes such an address could otherwise have read. What the credential names is the user's choice: where
 * Detrack itself is a local service, as the sandbox is, its files may be too. A name of the internet that
 * leads to a local address is for n8n's own protection to refuse.
 */
function safeUrl(client: ApiClient, text: string, { what }: FileWords): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isOwn = url !== undefined && isOwnHost(client, url);
	const isWeb = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwn);
	const isHidden = isLocal(text) && !isLocal(client.baseUrl);
	if (url !== undefined && isWeb && (isOwn || !isHidden)) return url;
	throw client.error({
		message: `The address of the ${what} is not safe, so it was not asked for`,
		description: `It must begin with https://${isHidden ? ', and not lead into your own network' : ''}. It is at ${url?.host || 'no host at all'}.`,
	});
}

/** Only the host is told: the rest of such a URL opens the file to everybody. */
function unreachable(client: ApiClient, { host }: URL, { what }: FileWords): NodeApiError {
	return client.error({
		message: `The ${what} could not be fetched: ${host} gave no answer`,
		description: 'Try again, or allow more time under Options → Timeout.',
	});
}

function refused(
	client: ApiClient,
	{ host }: URL,
	{ status, body }: ApiAnswer,
	{ what }: FileWords,
): NodeApiError {
	const isGone = [401, 403, 404, 410].includes(status);
	return client.error(
		{
			message: isGone
				? `The ${what} is not, or no longer, where Detrack says`
				: `The ${what} could not be fetched from ${host}`,
			description: `${isGone ? 'Such links may work for some minutes only: run this node again to get a new one.' : 'Try again later.'} ${host} says: ${vendorText(body) ?? 'nothing'} (HTTP status ${status})`,
		},
		status,
	);
}

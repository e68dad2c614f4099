import type { IWebhookFunctions } from 'n8n-workflow';

import { hasLostDigits, parseExactJson } from '../basic/exactJson';
import { isRecord } from '../basic/values';
import type { WebhookCall } from './verification';

type WebhookRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** Reads a call into plain data, whatever content type the vendor declares for its JSON. */
export async function readCall(context: IWebhookFunctions): Promise<WebhookCall> {
	const request = context.getRequestObject();
	const isLost = isUnread(request) && !(await readQuietly(request));
	return {
		headers: headersOf(context, request),
		query: context.getQueryData() as Record<string, unknown>,
		// Not the empty object that n8n gives: an accepted call would then be taken as empty.
		body: isLost ? '' : bodyOf(context, request),
		rawBody: request.rawBody,
		ip: request.ip,
	};
}

/**
 * The headers, with all values of one that came more than once where Node.js keeps the first alone, as of
 * `Authorization`: what stands in front of n8n may have looked at another one. Others it joins by commas.
 */
function headersOf(
	context: IWebhookFunctions,
	{ rawHeaders = [] }: Partial<WebhookRequest>,
): WebhookCall['headers'] {
	const headers: WebhookCall['headers'] = { ...context.getHeaderData() };
	const given = new Map<string, string[]>();
	for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
		const name = rawHeaders[at]?.toLowerCase() ?? '';
		const values = given.get(name) ?? [];
		values.push(rawHeaders[at + 1] ?? '');
		given.set(name, values);
	}
	for (const [name, values] of given) {
		if (values.length > 1 && headers[name] === values[0]) headers[name] = values;
	}
	return headers;
}

function bodyOf(context: IWebhookFunctions, request: WebhookRequest): unknown {
	const { rawBody, contentType } = request;
	// No body is no event, as an empty object: a service that tries a URL out must not be refused for it.
	if (rawBody?.every(isBlank)) return {};
	const parsed: unknown = context.getBodyData();
	if (typeof parsed === 'string') return jsonOrText(parsed);
	if (rawBody === undefined) return isEmptyForm(parsed) ? {} : parsed;
	if (!isParsedByN8n(contentType)) return jsonOrText(rawBody.toString());
	return contentType === 'application/json' ? withAllDigits(parsed, request) : parsed;
}

/** Whether a form with files has neither: n8n gives an object for the fields, and one for the files. */
function isEmptyForm(parsed: unknown): boolean {
	const isEmpty = (part: unknown) => isRecord(part) && Object.keys(part).length === 0;
	return isRecord(parsed) && Object.values(parsed).every(isEmpty);
}

/** Whether a byte is a blank, a line break or the other half of one in UTF-16. */
function isBlank(byte: number): boolean {
	return byte <= 0x20;
}

/** The JSON that n8n has read, with the digits that it lost. */
function withAllDigits(parsed: unknown, { rawBody, encoding }: WebhookRequest): unknown {
	if (!hasLostDigits(parsed)) return parsed;
	const text = rawBody.toString(Buffer.isEncoding(encoding) ? encoding : 'utf8');
	return parseExactJson(text)?.value ?? parsed;
}

function isUnread(request: WebhookRequest): boolean {
	// What n8n adds to the request: it leaves the body unread where it does not know the content type.
	const isLazy = typeof request.readRawBody === 'function';
	return isLazy && request.rawBody === undefined && !isParsedByN8n(request.contentType);
}

/**
 * Reads the body, and tells whether that worked. One that breaks off, is too large or badly packed
 * authenticates nobody; it must not be an exception.
 */
async function readQuietly(request: WebhookRequest): Promise<boolean> {
	try {
		await request.readRawBody();
		return true;
	} catch {
		request.rawBody = Buffer.alloc(0);
		return false;
	}
}

function isParsedByN8n(contentType = ''): boolean {
	return /^(application\/(json|x-www-form-urlencoded)|multipart\/form-data)$|[/+]xml$/.test(
		contentType,
	);
}

function jsonOrText(text: string): unknown {
	const parsed = parseExactJson(text);
	return parsed === undefined ? text : parsed.value;
}

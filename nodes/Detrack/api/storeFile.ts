import type { IBinaryData, IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import type { ApiAnswer, ApiClient } from '../../shared/api/apiClient';
import { Deadline } from '../../shared/api/deadline';
import {
	type KnownType,
	nameInHeader,
	safeFileName,
	typeByContent,
	typeByName,
} from '../../shared/api/fileType';
import { type FileStream, headOf, isStream, limited, readAnswer } from '../../shared/api/streams';
import { isWebPage, vendorText } from '../../shared/api/vendorText';
import { textOrNull } from '../../shared/basic/values';
import { MOST_BYTES_IN_FILE } from './limits';

/** How to speak of a file, and what to call it where no name comes with it. */
export interface FileWords {
	/** Such as `proof of delivery of the job …`. */
	what: string;
	/** Without an extension. */
	name: string;
	/** What it must be, where neither content nor name tell. */
	type?: KnownType;
}

/**
 * Streams the file in an answer to n8n's binary storage. What it is follows from its first bytes:
 * Detrack calls everything `application/octet-stream` (docs/vendors.md#detrack-documents).
 *
 * @throws NodeApiError when the answer holds no file, or breaks off
 */
export async function storeFile(
	context: IExecuteFunctions,
	client: ApiClient,
	{ body, headers = {}, deadline = Deadline.after(0) }: ApiAnswer,
	words: FileWords,
): Promise<IBinaryData> {
	if (!isStream(body)) throw noFile(client, body, words);
	limited(body, MOST_BYTES_IN_FILE);
	const inTime = async <Result>(part: Promise<Result>): Promise<Result> =>
		await orBrokenOff(client, words, deadline.bound(part));
	try {
		const head = await inTime(headOf(body));
		if (!isFile(head, textOrNull(headers['content-type']))) {
			throw noFile(client, await inTime(readAnswer(body)), words);
		}
		const given = nameInHeader(headers['content-disposition']) ?? words.name;
		const type = typeByContent(head) ?? typeInHeader(headers) ?? typeByName(given) ?? words.type;
		const name = safeFileName(withExtension(given, type));
		const mimeType = type?.mimeType ?? 'application/octet-stream';
		return await inTime(context.helpers.prepareBinaryData(body, name, mimeType));
	} finally {
		close(body);
	}
}

/** Says what it was about when a download stops before its end, or takes too long. */
async function orBrokenOff<Result>(
	client: ApiClient,
	{ what }: FileWords,
	part: Promise<Result>,
): Promise<Result> {
	try {
		return await part;
	} catch (error) {
		throw client.error({
			message: `The download of the ${what} broke off`,
			description: `Try again. The reason: ${error instanceof Error ? error.message : 'unknown'}`,
		});
	}
}

/** A stream that nobody reads to its end keeps its connection open. */
function close(stream: FileStream): void {
	if (!stream.destroyed) stream.destroy();
}

/** Documents and photos are never text, but words that one is missing are; only a drawing is both. */
function isFile(head: Buffer, contentType: string | null): boolean {
	if (typeByContent(head) !== undefined) return true;
	if (/^(text\/|application\/json)/i.test(contentType ?? '')) return false;
	const text = head.toString('utf8');
	return isBinary(text) || (isWebPage(text) && /<svg/i.test(text));
}

/** Whether bytes hold what no text does; the last of them may be the first half of a letter. */
function isBinary(text: string): boolean {
	return /[\0-\x08\x0e-\x1f]|\uFFFD/.test(text.replace(/\uFFFD{1,3}$/, ''));
}

function typeInHeader(headers: Record<string, unknown>): KnownType | undefined {
	const mimeType = (textOrNull(headers['content-type']) ?? '').split(';')[0]?.trim() ?? '';
	if (!/^(image|application)\/[\w.+-]+$/.test(mimeType) || /octet-stream$/.test(mimeType)) {
		return undefined;
	}
	return { mimeType, extension: mimeType.split(/[/+]/)[1]?.toLowerCase() ?? 'bin' };
}

function withExtension(name: string, type: KnownType | undefined): string {
	if (type === undefined || name.toLowerCase().endsWith(`.${type.extension}`)) return name;
	const hasOther = typeByName(name)?.mimeType === type.mimeType;
	return hasOther ? name : `${name}.${type.extension}`;
}

function noFile(client: ApiClient, content: unknown, { what }: FileWords): NodeApiError {
	const isPage = isWebPage(content);
	const words = vendorText(content);
	return client.error({
		message: isPage
			? `A web page came instead of the ${what}`
			: `Detrack answered without the ${what}`,
		description: isPage
			? `A proxy or a log-in page may stand between n8n and the file. It is titled: ${words ?? 'nothing'}`
			: `Try again later: it may not be there yet. The answer says: ${words ?? 'nothing'}`,
	});
}

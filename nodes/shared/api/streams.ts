import type { BinaryHelperFunctions } from 'n8n-workflow';

import { parseExactJson } from '../basic/exactJson';
import { LONGEST_ANSWER } from './limits';

/** A stream in the form that n8n stores. */
export type FileStream = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Buffer>;

/** More than any refusal is long. */
const LONGEST_TEXT = 100_000;

export function isStream(value: unknown): value is FileStream {
	return typeof value === 'object' && value !== null && 'pipe' in value && 'read' in value;
}

/** The same stream, whose errors end nothing but its reading: one that nobody listens to would end n8n. */
export function guarded(stream: FileStream): FileStream {
	return stream.on('error', () => undefined);
}

/** Closes a stream with an error as soon as more of it comes than that. */
export function limited(stream: FileStream, bytes: number): void {
	let left = bytes;
	// Listening for data instead would set it flowing before anybody takes the first pieces.
	const push = stream.push.bind(stream);
	stream.push = (...[part, encoding]: Parameters<typeof push>) => {
		left -= part instanceof Uint8Array ? part.length : 0;
		if (left >= 0) return push(part, encoding);
		const error = new Error(`it is larger than ${bytes / 1_000_000} MB.`);
		stream.destroy(Object.assign(error, { code: 'EFBIG' }));
		return false;
	};
}

/**
 * What an answer holds, whether it came as a stream, as text or as JSON that was read already. Numbers
 * of JSON keep their digits, see `parseExactJson`; what is no JSON stays text.
 *
 * @throws what the stream fails with, or an error with the code `EFBIG` for one without an end
 */
export async function contentOf(body: unknown): Promise<unknown> {
	if (typeof body === 'string') return jsonOrText(body);
	if (!isStream(body)) return body;
	limited(body, LONGEST_ANSWER);
	return await readAnswer(body, Infinity);
}

/**
 * The text or JSON of an answer that came as a stream.
 *
 * @param most bytes; what is longer is cut
 * @throws what the stream fails with
 */
export async function readAnswer(stream: FileStream, most = LONGEST_TEXT): Promise<unknown> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of guarded(stream)) {
		const bytes = Buffer.from(part as Uint8Array);
		parts.push(bytes);
		length += bytes.length;
		// Leaving the loop closes the stream.
		if (length >= most) break;
	}
	return jsonOrText(Buffer.concat(parts).toString('utf8'));
}

function jsonOrText(text: string): unknown {
	const parsed = parseExactJson(text);
	return parsed === undefined ? text : parsed.value;
}

/** Bytes that tell what a file is, also a drawing with a remark before it. */
const HEAD = 1000;

/**
 * The first 1,000 bytes of a stream, less only where it ends before: its first piece may be of one byte.
 * The stream is left as if nothing had been read.
 *
 * @throws what the stream fails with
 */
export async function headOf(stream: FileStream): Promise<Buffer> {
	return await new Promise((resolve, reject) => {
		const done = (finish: () => void): void => {
			stream.removeListener('readable', look);
			stream.removeListener('end', end);
			stream.removeListener('error', fail);
			finish();
		};
		const look = (): void => {
			const part: unknown = stream.read(HEAD);
			if (part === null) return;
			// In the same turn, because nothing can be put back once the end was told.
			stream.unshift(part);
			done(() => resolve(Buffer.from(part as Uint8Array)));
		};
		const end = (): void => done(() => resolve(Buffer.alloc(0)));
		const fail = (error: Error): void => done(() => reject(error));
		stream.on('readable', look);
		stream.on('end', end);
		stream.on('error', fail);
	});
}

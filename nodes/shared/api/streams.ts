import { type BinaryHelperFunctions, sleep } from 'n8n-workflow';

import { parseJson } from '../basic/values';

/** A stream in the form that n8n stores. */
export type FileStream = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Buffer>;

/** More than any refusal is long. */
const LONGEST_TEXT = 100_000;

export function isStream(value: unknown): value is FileStream {
	return typeof value === 'object' && value !== null && 'pipe' in value && 'read' in value;
}

/**
 * The text or JSON of an answer that came as a stream; what is longer than any refusal is cut.
 *
 * @param seconds how long it may pause
 * @throws what the stream fails with
 */
export async function readAnswer(stream: FileStream, seconds: number): Promise<unknown> {
	const parts: Buffer[] = [];
	let length = 0;
	await unlessStalled(stream, seconds, async () => {
		for await (const part of stream) {
			const bytes = Buffer.from(part as Uint8Array);
			parts.push(bytes);
			length += bytes.length;
			// Leaving the loop closes the stream.
			if (length >= LONGEST_TEXT) break;
		}
	});
	const text = Buffer.concat(parts).toString('utf8');
	const parsed = parseJson(text);
	return parsed === undefined ? text : parsed.value;
}

/**
 * The beginning of a stream, as much as has arrived; empty only for an empty stream. The stream is
 * left as if nothing had been read.
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
			const part: unknown = stream.read();
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

/**
 * Does something with a stream, and gives up when nothing of it comes for so long: what limits the
 * wait for an answer ends with its beginning.
 *
 * @throws an error that says so, or what `part` throws
 */
export async function unlessStalled<Result>(
	stream: FileStream,
	seconds: number,
	part: () => Promise<Result>,
): Promise<Result> {
	let cameAt = Date.now();
	let isDone = false;
	// Listening for data instead would set it flowing before anybody takes the first pieces.
	const push = stream.push.bind(stream);
	stream.push = (...piece: Parameters<typeof push>) => {
		cameAt = Date.now();
		return push(...piece);
	};
	// An error that nobody listens to would end n8n.
	stream.on('error', () => undefined);
	const stalled = async (): Promise<never> => {
		while (!isDone && Date.now() - cameAt < seconds * 1000) {
			await sleep(Math.min(1000, seconds * 1000));
		}
		const error = new Error(`nothing more came for ${seconds} seconds.`);
		// Not all streams tell that they were destroyed, so that is not waited for.
		if (!isDone) stream.destroy(error);
		throw error;
	};
	try {
		return await Promise.race([part(), stalled()]);
	} finally {
		isDone = true;
	}
}

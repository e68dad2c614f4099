import { Readable } from 'node:stream';

import type { Answer } from '../core/answer';

/** The bytes of a file; the padding is made up while it is sent, so that a large one takes no memory. */
export interface FileBytes {
	type: string;
	head: Buffer;
	padding: number;
	tail: Buffer;
}

const CHUNK = Buffer.alloc(64 * 1024, ' ');

/** A file of so many bytes; padding does not make it smaller. */
export function padded(file: FileBytes, bytes: number | null): FileBytes {
	const least = file.head.length + file.tail.length;
	return { ...file, padding: Math.max(0, (bytes ?? 0) - least) };
}

/** A file as an answer. */
export function fileAnswer(
	file: FileBytes,
	{ type, name }: { type: string; name?: string | undefined },
): Answer {
	const total = file.head.length + file.padding + file.tail.length;
	return {
		status: 200,
		type,
		body: Readable.from(chunks(file)),
		headers: {
			...(name !== undefined && { 'content-disposition': `attachment; ${name}` }),
			'content-length': String(total),
		},
	};
}

function* chunks({ head, padding, tail }: FileBytes): Generator<Buffer> {
	if (head.length > 0) yield head;
	for (let left = padding; left > 0; left -= CHUNK.length) {
		yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
	}
	if (tail.length > 0) yield tail;
}

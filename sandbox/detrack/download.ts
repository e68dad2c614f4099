import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** The bytes of a file; the padding is made up while it's sent, so that a large one takes no memory. */
export interface FileBytes {
	type: string;
	head: Buffer;
	padding: number;
	tail: Buffer;
}

/** A file as an answer. */
export interface Download {
	file: FileBytes;
	type: string;
	disposition: string | null;
	/** Whether its length is told. */
	length: boolean;
}

const CHUNK = Buffer.alloc(64 * 1024, ' ');

export function isDownload(outcome: object): outcome is Download {
	return 'file' in outcome;
}

/** A file of so many bytes; padding doesn't make it smaller. */
export function padded(file: FileBytes, bytes: number | null): FileBytes {
	const least = file.head.length + file.tail.length;
	return { ...file, padding: Math.max(0, (bytes ?? 0) - least) };
}

/** Streams a file. */
export function sendDownload(reply: FastifyReply, download: Download): FastifyReply {
	const { file, type, disposition, length } = download;
	const total = file.head.length + file.padding + file.tail.length;
	if (disposition !== null) void reply.header('content-disposition', disposition);
	if (length) void reply.header('content-length', total);
	return reply
		.code(200)
		.type(type)
		.send(Readable.from(chunks(file)));
}

function* chunks({ head, padding, tail }: FileBytes): Generator<Buffer> {
	if (head.length > 0) yield head;
	for (let left = padding; left > 0; left -= CHUNK.length) {
		yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
	}
	if (tail.length > 0) yield tail;
}

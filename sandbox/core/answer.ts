import type { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

/** An answer of a vendor's API, ready to be sent. */
export interface Answer {
	status: number;
	type: string;
	body: string | Readable;
	headers?: Record<string, string>;
}

const HTML_TYPE = 'text/html; charset=utf-8';

/** The answer that carries nothing. */
export const NO_CONTENT: Answer = { status: 204, type: '', body: '' };

/** An answer with JSON in it. */
export function jsonAnswer(status: number, body: unknown): Answer {
	return { status, type: 'application/json', body: JSON.stringify(body) };
}

/** A small HTML page, as a web framework answers where no API answers. */
export function htmlAnswer(status: number, title: string): Answer {
	const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
	return { status, type: HTML_TYPE, body };
}

/** Sends a ready answer. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
	const { status, type, body, headers = {} } = answer;
	if (body !== '') void reply.type(type);
	return reply.code(status).headers(headers).send(body);
}

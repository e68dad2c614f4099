import { parse } from 'node:querystring';

import type { CallOptions } from '../support/webhookContext';

/**
 * What n8n makes of the bytes of a call before it asks a trigger of version 2, as its body parser does
 * it; `null` where it answers 422 itself. Without forms with files and XML.
 */
export function asN8nReads(bytes: Buffer, declared: string): CallOptions | null {
	const [contentType = '', charset = 'utf-8'] = declared.toLowerCase().split(/; *charset=/);
	if (!/^(application\/(json|x-www-form-urlencoded)|text\/plain)$/.test(contentType)) {
		return { contentType, encoding: charset, unread: bytes };
	}
	try {
		const text = bytes.toString(charset as BufferEncoding).replace(/^\uFEFF/, '');
		return { contentType, encoding: charset, raw: bytes, body: parsed(text, contentType) };
	} catch {
		return null;
	}
}

function parsed(text: string, contentType: string): unknown {
	if (text === '') return undefined;
	if (contentType === 'application/json') return JSON.parse(text);
	return contentType === 'text/plain' ? text : parse(text, undefined, undefined, { maxKeys: 1000 });
}

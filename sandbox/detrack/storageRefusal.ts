import type { Answer } from '../core/answer';

/** What a file storage answers, which isn't Detrack's API. */
export function storageRefusal(status = 403): Answer {
	const code = status === 404 ? 'NoSuchKey' : 'AccessDenied';
	const message = status === 404 ? 'The key does not exist.' : 'Request has expired';
	const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
	return { status, type: 'application/xml', body };
}

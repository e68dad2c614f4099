import type { Answer } from '../core/answer';
import type { Job } from './model';
import type { View } from './view';

/** Where a driver's file is found, for good. */
export function fileUrl(job: Job, file: string, { settings, origin }: View): string {
	return `${settings.fileOrigin ?? origin}/detrack/files/${job.id}/${file}`;
}

/** Whether a URL that was given out has become invalid. */
export function isExpired(expires: string | undefined, now: Date): boolean {
	return expires !== undefined && now.getTime() / 1000 > Number(expires);
}

/** What a file storage answers, which is not Detrack's API. */
export function storageRefusal(status = 403): Answer {
	const code = status === 404 ? 'NoSuchKey' : 'AccessDenied';
	const message = status === 404 ? 'The key does not exist.' : 'Request has expired';
	const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
	return { status, type: 'application/xml', body };
}

import type { Job } from './model';
import type { View } from './values';

/** Where a driver's file is found, for good or for as long as set. */
export function fileUrl(job: Job, file: string, { settings, now, origin }: View): string {
	const { fileOrigin, fileSeconds } = settings;
	const url = `${fileOrigin ?? origin}/detrack/files/${job.id}/${file}`;
	if (fileSeconds === null) return url;
	return `${url}?Expires=${Math.floor(now.getTime() / 1000) + fileSeconds}`;
}

/** Whether an address that was given out has become invalid. */
export function isExpired(expires: string | undefined, now: Date): boolean {
	return expires !== undefined && now.getTime() / 1000 > Number(expires);
}

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Explanation } from '../../shared/api/apiErrors';
import { explainHidden } from '../../shared/api/pastedSecrets';
import { pastedOrNull } from '../../shared/basic/pasted';

/**
 * Radaro's paths (docs/vendors.md#radaro-paths). The job path is inferred: no page of Radaro's prints it,
 * so it stands here and nowhere else, and the credential may name another one.
 */
export const PATHS = {
	jobs: '/api/webhooks/jobs/',
	subBrands: '/api/webhooks/sub-brands/',
	completionCodes: '/api/webhooks/completion-codes/',
} as const;

/** Why a credential's job path is none, or `null`, also where it names none. */
export function jobPathFlaw({ jobPath }: ICredentialDataDecryptedObject): Explanation | null {
	const entered = pastedOrNull(jobPath);
	if (entered === null) return null;
	const hidden = explainHidden('job path in the Radaro credential', entered);
	if (hidden !== null || /^\/?[^/\s?#{}:]+(\/[^/\s?#{}]+)*\/?$/.test(entered)) return hidden;
	return {
		message: 'The job path in the Radaro credential is not a path',
		description: `It must look like ${PATHS.jobs}, without a host and without the number of a job. Leave it empty unless Radaro's support names another one.`,
	};
}

/**
 * How requests find jobs at the path that a credential names. One that ends without a slash is taken
 * for that of a server which wants none, behind the number of a job neither.
 *
 * @param given the credential's field, in which `jobPathFlaw` finds none
 * @returns what turns one of `PATHS`, or a path below it, into the one to ask; `undefined` where the
 * credential names none
 */
export function jobPathOf(given: unknown): ((path: string) => string) | undefined {
	const entered = pastedOrNull(given);
	if (entered === null) return undefined;
	const jobs = entered.startsWith('/') ? entered : `/${entered}`;
	return (path) => {
		if (!path.startsWith(PATHS.jobs)) return path;
		const job = path.slice(PATHS.jobs.length);
		if (job === '' || jobs.endsWith('/')) return jobs + job;
		return `${jobs}/${job.replace(/\/$/, '')}`;
	};
}

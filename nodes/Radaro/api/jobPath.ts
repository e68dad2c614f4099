import { NodeOperationError } from 'n8n-workflow';

import type { ApiContext } from '../../shared/api/apiClient';
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

/**
 * How requests find jobs at the path that a credential names. One that ends without a slash is taken
 * for that of a server which wants none, behind the number of a job neither.
 *
 * @param given the credential's field, whatever it holds
 * @returns what turns one of `PATHS`, or a path below it, into the one to ask; `undefined` where the
 * credential names none
 * @throws NodeOperationError when it is no path
 */
export function jobPathOf(
	context: ApiContext,
	given: unknown,
): ((path: string) => string) | undefined {
	const entered = pastedOrNull(given);
	if (entered === null) return undefined;
	const hidden = explainHidden('job path in the Radaro credential', entered);
	if (hidden !== null) throw new NodeOperationError(context.getNode(), hidden.message, hidden);
	if (!/^\/?[^/\s?#{}:]+(\/[^/\s?#{}]+)*\/?$/.test(entered)) {
		throw new NodeOperationError(
			context.getNode(),
			'The job path in the Radaro credential is not a path',
			{
				description: `It must look like ${PATHS.jobs}, without a host and without the number of a job. Leave it empty unless Radaro's support names another one.`,
			},
		);
	}
	const jobs = entered.startsWith('/') ? entered : `/${entered}`;
	return (path) => {
		if (!path.startsWith(PATHS.jobs)) return path;
		const job = path.slice(PATHS.jobs.length);
		if (job === '' || jobs.endsWith('/')) return jobs + job;
		return `${jobs}/${job.replace(/\/$/, '')}`;
	};
}

import { NodeOperationError } from 'n8n-workflow';

import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import { serverOf } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { Pacer } from '../../shared/api/pace';
import { pastedOrNull } from '../../shared/basic/pasted';
import { DETRACK } from './errors';
import { REQUESTS_PER_MINUTE } from './limits';

/**
 * Detrack's paths (docs/vendors.md#detrack-paths). The family that begins with `/dn` is the public
 * one; vehicles have only the other, which may change without notice.
 */
export const PATHS = {
	jobs: '/dn/jobs',
	bulk: '/dn/jobs/bulk',
	show: '/dn/jobs/show/',
	update: '/dn/jobs/update',
	delete: '/dn/jobs/delete',
	search: '/dn/jobs/search',
	reattempt: '/dn/jobs/reattempt',
	export: '/dn/jobs/export/',
	bulkExport: '/dn/jobs/bulk/export',
	exportStatus: '/dn/jobs/export/status/',
	vehicles: '/vehicles',
} as const;

/** The documented base of version 2 (docs/vendors.md#detrack-hosts). */
const BASE_URL = 'https://app.detrack.com/api/v2';

/**
 * The client for one execution.
 *
 * @throws NodeOperationError when the credential's key or base URL cannot be used
 */
export async function detrackClient(
	context: ApiContext,
	times: RequestTimes = DEFAULT_TIMES,
): Promise<ApiClient> {
	const credential = await context.getCredentials('detrackApi');
	const apiKey = pastedOrNull(credential.apiKey);
	if (apiKey === null) {
		throw new NodeOperationError(context.getNode(), 'The Detrack credential has no API key', {
			description: "Copy the key from Detrack's dashboard, Integrations → API Key, into it.",
		});
	}
	return new ApiClient(context, {
		credential: 'detrackApi',
		...serverOf(context, DETRACK, credential, BASE_URL),
		secrets: [apiKey],
		pacer: new Pacer(REQUESTS_PER_MINUTE),
		...times,
	});
}

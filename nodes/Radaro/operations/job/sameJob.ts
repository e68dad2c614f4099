import type { IDataObject } from 'n8n-workflow';

import { keysOf, textOrNull } from '../../../shared/basic/values';
import { isJob } from './jobAnswer';

/** How far Radaro's clock may be behind n8n's, in milliseconds. */
const CLOCK_SKEW = 10 * 60_000;

/**
 * Whether a job that was found is the one that was sent a moment ago, and not an older one of the
 * same number. Radaro may rewrite an address, so it is told by the customer and by its age.
 *
 * @param since when the sending began, in milliseconds since 1970
 */
export function isSameJob(found: unknown, sent: IDataObject, since: number): found is IDataObject {
	if (!isJob(found)) return false;
	const createdAt = Date.parse(textOrNull(found.created_at) ?? '');
	const isOlder = createdAt < since - CLOCK_SKEW;
	return !isOlder && customerIn(found) === customerIn(sent);
}

function customerIn(job: IDataObject): string {
	const name = textOrNull(keysOf(job.customer).name) ?? '';
	return name.replace(/\s+/g, ' ').toLowerCase();
}

import type { IDataObject } from 'n8n-workflow';

import { textOrNull } from '../../../shared/basic/values';

/** How far Detrack's clock may be behind n8n's, in milliseconds. */
const CLOCK_SKEW = 10 * 60_000;

/**
 * Whether a job that was found is the one that was sent a moment ago, and not an older one of the
 * same number and date. Detrack may complete an address, so it is told by the contact and by its age.
 *
 * @param since when the sending began, in milliseconds since 1970
 */
export function isSameJob(found: IDataObject, sent: IDataObject, since: number): boolean {
	const isOlder = Date.parse(textOrNull(found.created_at) ?? '') < since - CLOCK_SKEW;
	return !isOlder && contactOf(found) === contactOf(sent);
}

function contactOf({ deliver_to_collect_from: contact }: IDataObject): string {
	return (textOrNull(contact) ?? '').replace(/\s+/g, ' ').toLowerCase();
}

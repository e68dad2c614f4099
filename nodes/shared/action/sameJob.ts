import { instantOf } from '../basic/times';
import { textOrNull } from '../basic/values';

/** How far a vendor's clock may be behind n8n's, in milliseconds. */
const CLOCK_SKEW = 10 * 60_000;

/**
 * Whether a job that was found is the one that was sent a moment ago, and not an older one of the
 * same number. Vendors rewrite and complete addresses, so it is told by the contact and by its age.
 *
 * @param found the contact's name, and when the job was created, as the vendor gives them
 * @param sent the contact's name, and when the sending began, in milliseconds since 1970
 */
export function isSameJob(
	found: { contact: unknown; createdAt: unknown },
	sent: { contact: unknown; since: number },
): boolean {
	const isOlder = instantOf(found.createdAt) < sent.since - CLOCK_SKEW;
	return !isOlder && plainName(found.contact) === plainName(sent.contact);
}

/** A name without differences in case and blanks. */
function plainName(contact: unknown): string {
	return (textOrNull(contact) ?? '').replace(/\s+/g, ' ').toLowerCase();
}

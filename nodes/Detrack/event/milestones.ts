import { idOrNull, recordsIn } from '../../shared/basic/values';
import { isoTime, timeOnDay } from '../../shared/event/isoTimes';
import { codeOf } from './codes';
import type { DetrackJob } from './schema';

/** What a driver is doing about a job, and since when. */
export interface Movement {
	/** `head_to_pick_up`, `head_to_delivery` or `arrived`. */
	code: string;
	/** ISO 8601; `null` where it cannot be read. */
	at: string | null;
}

type Milestone = Record<string, unknown>;

/**
 * The newest milestone by its time, that in ISO 8601 with it, or `null` where it cannot be read: that the
 * list is in order is only inferred.
 */
export function newestMilestone(
	job: DetrackJob,
): { milestone: Milestone; at: string | null } | null {
	let newest: ReturnType<typeof newestMilestone> = null;
	for (const milestone of recordsIn(job.milestones)) {
		const at = isoTime(milestone.created_at) ?? isoTime(milestone.pod_at);
		if (newest === null || !isLater(newest.at, at)) newest = { milestone, at };
	}
	return newest;
}

/** The times that a driver's app leaves in a job; of equal ones the first counts. */
const TIMES = [
	['arrived', 'arrived_at'],
	['head_to_delivery', 'head_to_delivery_at'],
	['head_to_pick_up', 'head_to_pick_up_at'],
] as const;

/**
 * What the driver does, if that is the last thing that is known of a job. Detrack does not document how
 * it says so: by a time, or by a milestone (docs/vendors.md#detrack-triggers).
 */
export function movementOf(job: DetrackJob): Movement | null {
	const marked = latestMark(job);
	const newest = newestMilestone(job);
	const reached = { code: codeOf(newest?.milestone.status) ?? '', at: newest?.at ?? null };
	const isOver = marked !== null && marked.at !== null && isLater(reached.at, marked.at);
	const last = isOver ? null : marked;
	if (!TIMES.some(([code]) => code === reached.code)) return last;
	if (last === null) return reached;
	const isNewer = reached.at !== null && isLater(last.at, reached.at);
	return isNewer || last.code === 'arrived' ? last : reached;
}

/** What a driver did last by the times in a job. One that cannot be read counts all the same. */
function latestMark(job: DetrackJob): Movement | null {
	let latest: Movement | null = null;
	for (const [code, key] of TIMES) {
		if (idOrNull(job[key]) === null) continue;
		const mark = { code, at: timeOnDay(job.date, job[key]) };
		if (latest === null || (latest.at !== null && isLater(mark.at, latest.at))) latest = mark;
	}
	return latest;
}

/**
 * Whether one time is later than the other; one that is not known is the earliest. Where a zone is
 * missing, both count as times of one place, so that the order does not depend on where n8n runs.
 */
function isLater(one: string | null, other: string | null): boolean {
	if (one === null || other === null) return one !== null;
	if (hasZone(one) && hasZone(other)) return Date.parse(one) > Date.parse(other);
	return one.replace(ZONE, '') > other.replace(ZONE, '');
}

const ZONE = /(?<=T.*)(?:Z|[+-]\d\d:\d\d)$/;

function hasZone(time: string): boolean {
	return ZONE.test(time);
}

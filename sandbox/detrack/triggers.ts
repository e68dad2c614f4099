import type { Stage, Status } from './model';
import { isFinal } from './status';

/** What an account can tick. Only the codes of finished jobs are known; the others are made up. */
export const TRIGGERS = {
	in_transit: 'In Transit',
	info_recv: 'Info Received',
	scheduled: 'Scheduled',
	dispatched: 'In Progress',
	head_to: 'Heading To',
	completed: 'Completed',
	completed_partial: 'Partially Completed',
	failed: 'Failed',
	return: 'Return',
	on_hold: 'On Hold',
	deleted: 'Deleted',
	arrived: 'Arrived',
} as const;

export type Trigger = keyof typeof TRIGGERS;

/** Told apart from triggers by a switch of its own. */
export const DRIVER_CHANGE = 'Driver assignment changed';

/** What of a job decides which triggers fire. */
export interface Moment {
	status: Status;
	stage: Stage;
	driver: string | null;
}

/**
 * The triggers that a change fires, in the order in which they are sent.
 *
 * @param before null for a new job
 */
export function fired(before: Moment | null, after: Moment): Trigger[] {
	const { status, stage } = after;
	const turned = before?.status !== status;
	const moved = before?.stage !== stage;
	// Detrack's table says of these two: when a job is created.
	if (status === 'info_recv' || status === 'in_transit') return before === null ? [status] : [];
	if (isFinal(status) || status === 'on_hold' || status === 'return') return turned ? [status] : [];
	const out = moved && stage.startsWith('out_for_');
	const progress = out || turned;
	const triggers: Trigger[] = moved && stage === 'scheduled' ? ['scheduled'] : [];
	return progress ? [...triggers, 'dispatched'] : triggers;
}

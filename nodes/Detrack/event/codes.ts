import { textOrNull } from '../../shared/basic/values';

/** Detrack's status codes in its articles, in the order of a job's life (docs/vendors.md#detrack-statuses). */
export const DETRACK_STATUSES: readonly string[] = [
	'info_recv',
	'in_transit',
	'dispatched',
	'completed',
	'completed_partial',
	'failed',
	'on_hold',
	'return',
];

/** Codes of newer dashboards: no article of Detrack's has them, but programs look for them. */
const NEWER = [
	'scheduled',
	'at_warehouse',
	'head_to_pick_up',
	'picked_up',
	'out_for_delivery',
	'head_to_delivery',
	'arrived',
	'cancelled',
	'deleted',
];

const CODES = new Set([...DETRACK_STATUSES, ...NEWER]);

/** Other words for a code: labels, which are all that payload version 1 has, and other spellings. */
const CODE_OF = new Map([
	['info_received', 'info_recv'],
	['in_progress', 'dispatched'],
	['delivered', 'completed'],
	['collected', 'completed'],
	['partially_completed', 'completed_partial'],
	['partially_delivered', 'completed_partial'],
	['partially_collected', 'completed_partial'],
	['not_delivered', 'failed'],
	['not_collected', 'failed'],
	['returned', 'return'],
	['canceled', 'cancelled'],
]);

/** "Head To Delivery", "Heading to Pick-up", "Heading To". */
const HEADING = /^head(?:ing)?_to(?:_(?:the_)?(pick_?up|collection|delivery|location))?$/;

/** A status as one word: capitals, blanks and dashes do not matter, as Detrack's own pages disagree. */
function wordOf(status: unknown): string {
	return (textOrNull(status) ?? '').toLowerCase().replace(/[\s_-]+/g, '_');
}

/** A code or a label as a code; `null` for what is none of them, such as a label that was renamed. */
export function codeOf(status: unknown): string | null {
	const word = wordOf(status);
	if (CODES.has(word)) return word;
	if (word.startsWith('out_for_')) return 'out_for_delivery';
	const [heading, where = ''] = HEADING.exec(word) ?? [];
	if (heading === undefined) return CODE_OF.get(word) ?? null;
	return /^(?:pick|coll)/.test(where) ? 'head_to_pick_up' : 'head_to_delivery';
}

/**
 * A status as Detrack takes it: also its label, and the word of the column `status` where that means
 * just one code. Any other word stays as it is.
 */
export function detrackStatusOf(status: unknown): string | null {
	const word = textOrNull(status);
	if (wordOf(status) === 'attempt_failed') return 'failed';
	const code = codeOf(status);
	return code !== null && DETRACK_STATUSES.includes(code) ? code : word;
}

/** Whether a label says that goods were fetched, not that they were brought. */
export function isOfCollection(status: unknown): boolean {
	return /(^|_)collected$/.test(wordOf(status));
}

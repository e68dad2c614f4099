import type { Status } from '../../shared/event/deliveryEvent';
import { type Meaning, MEANINGS } from './endStatusWords';
import { wordsIn } from './words';

/** What a part of an end status means; `unknown` for words that are in no list. */
type Told = Meaning | 'unknown';

/** The most words that mean something together. */
const LONGEST = 4;

/**
 * The status that an end status tells. RoutiGo documents only `DELIVERED`; words that plainly mean so, or
 * plainly the contrary, are taken by their meaning, and all others are `unknown`
 * (docs/vendors.md#routigo-end-statuses).
 */
export function statusOfEndStatus(word: string): Status {
	const told = withoutNegations(meaningsIn(word));
	const has = (meaning: Meaning) => told.includes(meaning);
	/** Whether nothing else is said than this, so that nothing unknown may turn it. */
	const isOnly = (...allowed: Told[]) =>
		told.every((each) => each === 'filler' || allowed.includes(each));
	if (has('delivered')) return statusOfDelivered(told);
	if (has('cancelled')) {
		const isPlain = isOnly('cancelled', 'delivery', 'pickedUp', 'recipient', 'carrier', 'premises');
		return isPlain ? 'cancelled' : 'unknown';
	}
	if (has('partial')) {
		if (has('pickedUp')) return isOnly('partial', 'pickedUp') ? 'picked_up' : 'unknown';
		return isOnly('partial', 'delivery', 'done') ? 'partially_delivered' : 'unknown';
	}
	if (has('failed') || has('absent')) return has('received') ? 'unknown' : 'attempt_failed';
	if (has('closed')) {
		const isOfPlace = has('handover') || has('premises') || has('recipient');
		return isOfPlace ? 'attempt_failed' : 'unknown';
	}
	if (has('returned')) {
		if (has('pickedUp')) return isOnly('returned', 'pickedUp', 'done') ? 'picked_up' : 'unknown';
		return isOnly('returned', 'carrier', 'premises', 'recipient') ? 'returned' : 'unknown';
	}
	if (has('onHold')) return isOnly('onHold', 'delivery') ? 'on_hold' : 'unknown';
	if (has('pickedUp')) {
		return isOnly('pickedUp', 'done', 'whole', 'carrier', 'premises') ? 'picked_up' : 'unknown';
	}
	const isMade = has('done') || has('handover') || (has('received') && has('recipient'));
	const isPlain = isOnly(
		'done',
		'handover',
		'received',
		'delivery',
		'recipient',
		'premises',
		'whole',
	);
	return isMade && isPlain ? 'delivered' : 'unknown';
}

/** What may stand before the verb of a delivery that was made. */
const BEFORE: ReadonlySet<Told> = new Set([
	...['filler', 'handover', 'absent', 'recipient', 'premises', 'whole', 'partial'],
	...['done', 'delivery', 'pickedUp'],
] as const);

/** What may not stand behind it; other words only tell where or how. */
const NOT_BEHIND: ReadonlySet<Told> = new Set([
	...['failed', 'cancelled', 'returned', 'carrier', 'later', 'wrong', 'closed', 'onHold'],
] as const);

/** With a verb such as "delivered" that nothing denies. */
function statusOfDelivered(told: readonly Told[]): Status {
	const verb = told.indexOf('delivered');
	const isDoubtful =
		told.slice(0, verb).some((each) => !BEFORE.has(each)) ||
		told.slice(verb).some((each) => NOT_BEHIND.has(each));
	// Who was not there got it only where somebody else did.
	if (isDoubtful || (told.includes('absent') && !told.includes('handover'))) return 'unknown';
	return told.includes('partial') ? 'partially_delivered' : 'delivered';
}

function meaningsIn(word: string): Told[] {
	const words = wordsIn(word);
	const told: Told[] = [];
	for (let at = 0; at < words.length;) {
		const length = lengthAt(words, at);
		told.push(meaningOf(words.slice(at, at + length)) ?? 'unknown');
		at += length;
	}
	return told;
}

/** How many words from here on mean something together. */
function lengthAt(words: readonly string[], at: number): number {
	for (let length = LONGEST; length > 1; length--) {
		if (at + length <= words.length && meaningOf(words.slice(at, at + length))) return length;
	}
	return 1;
}

function meaningOf(words: readonly string[]): Meaning | undefined {
	const text = words.join(' ');
	return /^\d+$/.test(text) ? 'filler' : MEANINGS.get(text);
}

/** Each negation taken together with what it denies. */
function withoutNegations(told: readonly Told[]): Told[] {
	const at = told.indexOf('negation');
	if (at < 0) return [...told];
	const rest = told.slice(at + 1);
	const denied = rest.findIndex((each) => each !== 'filler' && each !== 'later');
	const behind = rest.slice(denied + 1);
	const before = told.slice(0, at);
	switch (rest[denied]) {
		case 'delivered':
		case 'delivery':
		case 'done':
		case 'pickedUp':
		case 'received':
			return [...before, 'failed', ...withoutNegations(behind)];
		case 'whole':
			return [...before, 'partial', ...withoutNegations(behind)];
		case 'handover':
			// No mailbox is a reason; not at the neighbours may be anywhere else.
			return [...before, denied === 0 ? 'failed' : 'wrong', ...withoutNegations(behind)];
		default:
			return [...before, 'wrong', ...withoutNegations(denied < 0 ? [] : behind)];
	}
}

import { append, objectsIn } from '../../shared/basic/values';
import type { Kind } from './kinds';
import { Mentions, type Nearness } from './mentions';
import { roleOf } from './roles';
import type { RoutigoPayload } from './schema';
import { plain, singular, wordsIn } from './words';

/** One of the things that a notification tells of, as far as it says what it is and how it ended. */
export interface Assignment {
	/** `null` where no word says of which kind it is. */
	kind: Kind | null;
	/** Its end statuses in RoutiGo's own words. */
	endStatuses: string[];
}

/** How many objects inside each other are looked into, the body being the first. */
const DEEPEST = 5;

/** A large body must not keep n8n busy. */
const MOST_KEYS = 20_000;

/**
 * The assignments that a notification tells of (docs/vendors.md#routigo-types). There is always one: the
 * body itself, where none stands in it by itself.
 */
export function assignmentsIn(payload: RoutigoPayload): Assignment[] {
	const { whole, single, several } = mentionsIn(payload);
	const isOfOne = payload.type === 'ASSIGNMENT';
	const [own] = single;
	if (isOfOne && own !== undefined) return assignmentsOf(own);
	// Others of the same stop may stand beside it.
	if (isOfOne && whole.isTold()) return assignmentsOf(whole);
	const all = [...single, ...several];
	if (all.length === 0) return assignmentsOf(whole);
	const assignments = all.flatMap(assignmentsOf);
	const endStatuses = whole.endStatuses();
	// What is said of all together counts beside what is said of each.
	if (endStatuses.length > 0) assignments.push({ kind: mainKind(assignments), endStatuses });
	return withoutSilent(assignments);
}

function assignmentsOf(mentions: Mentions): Assignment[] {
	const endStatuses = mentions.endStatuses();
	const kinds = mentions.kinds();
	return (kinds.length > 0 ? kinds : [null]).map((kind) => ({ kind, endStatuses }));
}

/** Where some say what they are, those that say nothing at all are of no account. */
function withoutSilent(assignments: Assignment[]): Assignment[] {
	if (assignments.every(({ kind }) => kind === null)) return assignments;
	return assignments.filter(({ kind, endStatuses }) => kind !== null || endStatuses.length > 0);
}

/** What several assignments are as one: a delivery, if there is any among them. */
export function mainKind(assignments: readonly Assignment[]): Kind | null {
	const has = (kind: Kind) => assignments.some((each) => each.kind === kind);
	if (has('delivery')) return 'delivery';
	if (assignments.some(({ kind }) => kind === null)) return null;
	return has('collection') ? 'collection' : 'other';
}

interface Found {
	/** What the body says of itself. */
	whole: Mentions;
	/** Assignments that have an object. */
	single: Mentions[];
	/** Those of which a body may hold several. */
	several: Mentions[];
}

interface Stage {
	object: Record<string, unknown>;
	depth: number;
	nearness: Nearness;
	mentions: Mentions;
}

function mentionsIn({ type, body }: RoutigoPayload): Found {
	const found: Found = { whole: new Mentions(), single: [], several: [] };
	/** Members of lists, such as the stops of a tour. */
	const members: Mentions[] = [];
	const nearness = OF_TYPE.get(type ?? '') ?? 'around';
	const stages: Stage[] = [{ object: body, depth: 1, nearness, mentions: found.whole }];
	let left = MOST_KEYS;
	for (let at = 0; at < stages.length && left > 0; at++) {
		const stage = stages[at] as Stage;
		const entries = Object.entries(stage.object).slice(0, left);
		left -= entries.length;
		for (const [key, value] of entries) {
			stage.mentions.add(key, value, stage.nearness);
			const inner = stage.depth < DEEPEST ? stagesIn(key, value, stage, type) : [];
			if (inner.length === 0) continue;
			append(stages, inner);
			const of = listFor(key, value);
			const told = inner.map(({ mentions }) => mentions);
			if (of !== null) append(found[of], told);
			else if (inner.length > 1) append(members, told);
		}
	}
	const ofMembers = members.filter((each) => each.isTold(MEMBER));
	append(found.several, ofMembers);
	return found;
}

/** How far from a member of a list its kind may be told. */
const MEMBER = 1;

/** What the body itself is to what it describes. */
const OF_TYPE: ReadonlyMap<string, Nearness> = new Map([
	['ASSIGNMENT', 'itself'],
	['STOP', 'itself'],
	['SHIPMENT', 'shipment'],
	['TOUR', 'apart'],
]);

/** The objects that a value is or holds, each with what is said of it by itself, where it is one of several. */
function stagesIn(
	key: string,
	value: unknown,
	{ depth, nearness, mentions }: Stage,
	type: string | null,
): Stage[] {
	const objects = objectsIn(value);
	if (objects.length === 0) return [];
	const isOwn = listFor(key, value) !== null;
	if (roleOf(key) === 'other' && !isOwn) return [];
	return objects.map((object) => {
		const inner = { object, depth: depth + 1 };
		if (!isOwn && objects.length === 1) {
			return { ...inner, nearness: nearnessOf(key, nearness, type), mentions };
		}
		const own = new Mentions(mentions);
		if (namesKind(key, value)) own.add('type', key, 'around');
		return {
			...inner,
			nearness: isOwn ? 'itself' : nearnessOf(key, nearness, type),
			mentions: own,
		};
	});
}

/** Where the assignments under a key belong; `null` where there are none. */
function listFor(key: string, value: unknown): 'single' | 'several' | null {
	if (namesKind(key, value)) return 'several';
	if (!isAssignment(key)) return null;
	return Array.isArray(value) ? 'several' : 'single';
}

function isAssignment(key: string): boolean {
	return /^(assignment|task)$/.test(singular(wordsIn(key).at(-1) ?? ''));
}

/** Whether a key says what the assignments are that it holds, such as a list `pickups`. */
function namesKind(key: string, value: unknown): boolean {
	const name = plain(key);
	return (
		/^(pickup|collection|delivery|break)(assignment|task)s?$/.test(name) ||
		(Array.isArray(value) && /^(pickups?|collections?|delivery|deliveries|breaks?)$/.test(name))
	);
}

/** Names of wrappers, which say nothing of what they hold. */
const WRAPPER =
	/^(data|payload|body|content|detail|info|information|notification|message|event|object|entity|resource|result|record|attribute|property|value)$/;

/** What an object within another one is to the assignment. */
function nearnessOf(key: string, outer: Nearness, type: string | null): Nearness {
	const name = singular(wordsIn(key).at(-1) ?? '');
	if (WRAPPER.test(name)) return outer;
	if (name === 'stop') return type === 'STOP' ? 'itself' : 'stop';
	if (/^(shipment|consignment)$/.test(name)) return type === 'SHIPMENT' ? 'shipment' : 'around';
	return /^(order|visit|job|delivery)$/.test(name) ? 'around' : 'apart';
}

import { append, objectsIn } from '../../shared/basic/values';
import type { Kind } from './kinds';
import { Mentions, type Nearness } from './mentions';
import { isWrapper, roleOf } from './roles';
import type { RoutigoPayload } from './schema';
import { oncePerName, plain, singular, wordsIn } from './words';

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
	const { whole, single, several, members } = mentionsIn(payload);
	const isOfOne = payload.type === 'ASSIGNMENT';
	const [own] = single;
	if (isOfOne && own !== undefined) return assignmentsOf(own);
	// Others of the same stop may stand beside it.
	if (isOfOne && whole.isTold()) return assignmentsOf(whole);
	const all = [...single, ...several, ...members.filter((each) => each.isTold(MEMBER))];
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
	/** Members of other lists, such as the stops of a tour. */
	members: Mentions[];
}

interface Stage {
	object: Record<string, unknown>;
	depth: number;
	nearness: Nearness;
	mentions: Mentions;
}

function mentionsIn({ type, body }: RoutigoPayload): Found {
	const found: Found = { whole: new Mentions(), single: [], several: [], members: [] };
	const nearness = OF_TYPE.get(type ?? '') ?? 'around';
	const stages: Stage[] = [{ object: body, depth: 1, nearness, mentions: found.whole }];
	let left = MOST_KEYS;
	for (let at = 0; at < stages.length && left > 0; at++) {
		const stage = stages[at] as Stage;
		const keys = Object.keys(stage.object).slice(0, left);
		left -= keys.length;
		for (const key of keys) {
			const value = stage.object[key];
			stage.mentions.add(key, value, stage.nearness);
			if (stage.depth === DEEPEST || typeof value !== 'object') continue;
			const within = stagesIn(key, value, stage, type);
			append(stages, within.stages);
			if (within.list === null) continue;
			for (const { mentions } of within.stages) found[within.list].push(mentions);
		}
	}
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

interface Within {
	stages: Stage[];
	/** Where they belong, if each is one of several or an assignment. */
	list: 'single' | 'several' | 'members' | null;
}

const NOTHING: Within = { stages: [], list: null };

/** The objects that a value is or holds, each with what is said of it by itself, where it is in a list. */
function stagesIn(key: string, value: unknown, outer: Stage, type: string | null): Within {
	const objects = objectsIn(value);
	if (objects.length === 0) return NOTHING;
	const said = saidOf(key);
	const { isOther, isAssignment, isKind, isKindOfList } = said;
	const namesKind = isKind || (isKindOfList && Array.isArray(value));
	const isOwn = namesKind || isAssignment;
	if (isOther && !isOwn) return NOTHING;
	const depth = outer.depth + 1;
	const nearness = isOwn ? 'itself' : nearnessOf(said, outer.nearness, type);
	const isPart = !isOwn && objects.length === 1;
	const stages = objects.map((object) => {
		const mentions = isPart ? outer.mentions : new Mentions(outer.mentions);
		if (namesKind) mentions.add('type', key, 'around');
		return { object, depth, nearness, mentions };
	});
	if (!isOwn) return { stages, list: isPart ? null : 'members' };
	return { stages, list: namesKind || Array.isArray(value) ? 'several' : 'single' };
}

/** What the name of objects says of them. */
const saidOf = oncePerName((key) => {
	const name = plain(key);
	const word = singular(wordsIn(key).at(-1) ?? '');
	return {
		isOther: roleOf(key) === 'other',
		isAssignment: /^(assignment|task)$/.test(word),
		/** Whether it says what the assignments are that it holds, such as a list `pickups`. */
		isKind: /^(pickup|collection|delivery|break)(assignment|task)s?$/.test(name),
		isKindOfList: /^(pickups?|collections?|delivery|deliveries|breaks?)$/.test(name),
		isTransparent: isWrapper(key),
		isStop: word === 'stop',
		isShipment: /^(shipment|consignment)$/.test(word),
		isAround: /^(order|visit|job|delivery)$/.test(word),
	};
});

/** What an object within another one is to the assignment. */
function nearnessOf(
	{ isTransparent, isStop, isShipment, isAround }: ReturnType<typeof saidOf>,
	outer: Nearness,
	type: string | null,
): Nearness {
	if (isTransparent) return outer;
	if (isStop) return type === 'STOP' ? 'itself' : 'stop';
	if (isShipment) return type === 'SHIPMENT' ? 'shipment' : 'around';
	return isAround ? 'around' : 'apart';
}

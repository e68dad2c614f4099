import { append, objectsIn, textOrNull } from '../../shared/basic/values';
import { endsInParty, GOALS, isWrapper, type Role, roleOf } from './roles';
import type { RoutigoPayload } from './schema';
import { plain, wordsIn } from './words';

/**
 * Somebody or some place in a body, with all that is told of it: whose mail a mail is must not be
 * guessed from its name alone (docs/vendors.md#routigo-columns).
 */
export interface Party {
	role: Role;
	/** In what it is told, the nearest to the top first. */
	parts: Part[];
	/** Whether an object is theirs; else only names of keys say whose the values are. */
	isObject: boolean;
}

export interface Part {
	/** The texts and numbers that it holds, by name without capitals and signs. */
	values: ReadonlyMap<string, unknown>;
	/** Whether its `name` is the party's: not that of a country, for example. */
	isNamed: boolean;
}

/** How many objects inside each other are looked into, the body being the first. */
const DEEPEST = 3;

/** And how many within one that is about somebody. */
const DEEPEST_WITHIN = 2;

/** A large body must not keep n8n busy. */
const MOST_KEYS = 20_000;

/** What such an object holds is of the job in which it stands. */
const OWN: ReadonlySet<Role> = new Set(['place', 'contact']);

type Entries = Array<[key: string, value: unknown]>;

interface Stage {
	object: Record<string, unknown>;
	depth: number;
	/** What it is: what a job holds without saying whose is the job's. */
	is: 'job' | 'tour' | 'unknown';
}

/**
 * Everybody in a body who is not at the other end of the way. What a job itself holds is a party of
 * the role `job`, `contact` or `place`.
 */
export function partiesIn({ type, body }: RoutigoPayload): Party[] {
	const parties: Party[] = [];
	const stages: Stage[] = [{ object: body, depth: 1, is: type === 'TOUR' ? 'tour' : 'job' }];
	let left = MOST_KEYS;
	for (let at = 0; at < stages.length && left > 0; at++) {
		const stage = stages[at] as Stage;
		const { object, depth, is } = stage;
		const entries = Object.entries(object).slice(0, left);
		left -= entries.length;
		if (is === 'job') {
			parties.push({ role: 'job', parts: [partOf(entries, false)], isObject: true });
		}
		const isTaken = (role: Role) => canHold(is, role);
		append(
			parties,
			flatParties(entries).filter(({ role }) => isTaken(role)),
		);
		if (depth === DEEPEST) continue;
		for (const [key, value] of entries) {
			for (const { role, member } of membersOf(key, value)) {
				if (role === 'job' || role === 'unknown') {
					stages.push({ object: member, depth: depth + 1, is: within(stage, key, role) });
				} else if (isTaken(role)) {
					parties.push({ role, parts: partsOf(key, role, member), isObject: true });
				}
			}
		}
	}
	return parties;
}

/** Whether somebody is told of where that is. A tour has many recipients: nothing of its own is one's. */
function canHold(is: Stage['is'], role: Role): boolean {
	if (GOALS.has(role)) return is !== 'tour';
	return OWN.has(role) && is === 'job';
}

function within({ is }: Stage, key: string, role: 'job' | 'unknown'): Stage['is'] {
	if (is === 'tour' && (role === 'unknown' || isWrapper(key))) return 'tour';
	return TOUR.test(plain(key)) ? 'tour' : role;
}

const TOUR = /(tour|route|journey)$/;

interface Member {
	role: Role;
	member: Record<string, unknown>;
}

/** The objects that a value is or holds, and their roles. Of several, only those that tell theirs. */
function membersOf(key: string, value: unknown): Member[] {
	const members = objectsIn(value);
	if (members.length === 0) return [];
	const role = roleOf(key);
	if (!Array.isArray(value)) return members.map((member) => ({ role, member }));
	const isAboutPeople = OWN.has(role) || /^(parties|participants|relations|people)$/i.test(key);
	if (!isAboutPeople) return members.length > 1 ? [] : members.map((member) => ({ role, member }));
	return members.map((member) => {
		const told = toldRole(member);
		return { role: told ?? (members.length > 1 ? 'other' : role), member };
	});
}

/** Such as that of `{ "type": "DELIVERY" }` in a list of addresses. */
function toldRole(member: Record<string, unknown>): Role | null {
	const told = ['role', 'type', 'kind'].map((name) => textOrNull(member[name]));
	const role = roleOf(told.find((word) => word !== null) ?? '');
	return GOALS.has(role) || role === 'other' ? role : null;
}

/** What an object about somebody tells, and the objects in it that are about nobody else. */
function partsOf(key: string, role: Role, object: Record<string, unknown>): Part[] {
	const entries = Object.entries(object);
	const parts = [partOf(entries, givesName(key, role))];
	let level: Entries = entries;
	for (let depth = 0; depth < DEEPEST_WITHIN; depth++) {
		level = level.flatMap(([inner, value]): Entries => {
			const [member, ...more] = objectsIn(value);
			if (member === undefined || more.length > 0 || !isWithin(inner)) return [];
			const inside = Object.entries(member);
			parts.push(partOf(inside, givesName(inner)));
			return inside;
		});
	}
	return parts;
}

/** Whether what stands under this key is of the party that holds it. */
function isWithin(key: string): boolean {
	const role = roleOf(key);
	return role !== 'other' && (role !== 'elsewhere' || plain(key) === 'position');
}

/** Whether what stands under this key has the name of whom it is about. */
function givesName(key: string, role = roleOf(key)): boolean {
	// Such as a member of `addresses` that tells whose it is.
	if (role !== roleOf(key)) return true;
	const isNamed =
		role === 'contact' || GOALS.has(role) || /^(address|adres|anschrift)/.test(plain(key));
	return isNamed && endsInParty(key);
}

function partOf(entries: Entries, isNamed: boolean): Part {
	const values = new Map<string, unknown>();
	for (const [key, value] of entries) {
		const name = plain(key);
		if (isTold(value) && !values.has(name)) values.set(name, value);
	}
	return { values, isNamed };
}

function isTold(value: unknown): boolean {
	return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

/** What the keys of one object say of somebody by their beginnings, such as `recipientEmail`. */
function flatParties(entries: Entries): Party[] {
	const parties = new Map<Role, Entries>();
	for (const [key, value] of entries) {
		const [owner, field] = isTold(value) ? ownerAndField(key, value) : ['', ''];
		const role = owner === '' ? 'unknown' : roleOf(owner);
		if (!GOALS.has(role) && role !== 'contact') continue;
		const fields = parties.get(role) ?? [];
		fields.push([field, value]);
		parties.set(role, fields);
	}
	return [...parties].map(([role, fields]) => ({
		role,
		parts: [partOf(fields, true)],
		isObject: false,
	}));
}

const OWNER =
	/^(recipient|receiver|consignee|addressee|ontvanger|customer|delivery|destination|dropoff|contact)(.+)$/;

/** What may stand between an owner and what is theirs, as in `deliveryAddressCity`. */
const BETWEEN =
	/^(address|location|contact)(?=name|mail|email|phone|mobile|city|post|zip|country|street|house|lat|lng|lon)/;

/** Whose a key says that its value is, and what of theirs; empty where it does not. */
function ownerAndField(key: string, value: unknown): [owner: string, field: string] {
	const name = plain(key);
	if (/^(recipient|receiver|consignee|addressee)$/.test(name)) {
		return [name, String(value).includes('@') ? 'email' : 'name'];
	}
	const [first = '', ...rest] = wordsIn(key);
	const [, owner = '', field = ''] =
		first === 'to' ? [name, first, rest.join('')] : (OWNER.exec(name) ?? []);
	return [owner, field.replace(BETWEEN, '')];
}

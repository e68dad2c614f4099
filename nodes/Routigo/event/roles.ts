import { oncePerName, singular, wordsIn } from './words';

/**
 * What the name of an object says of whose it is, as RoutiGo's names are not documented
 * (docs/vendors.md#routigo-columns).
 */
export type Role =
	/** Who gets the delivery. */
	| 'recipient'
	/** Where the delivery goes to. */
	| 'destination'
	/** A customer, who may also be the one that sends the goods. */
	| 'customer'
	/** The other end of the way, whoever drives, or a company. */
	| 'other'
	/** Where a vehicle is, or where something was recorded. */
	| 'elsewhere'
	/** A place, of what it belongs to. */
	| 'place'
	/** A person, of what they belong to. */
	| 'contact'
	/** A job, or a wrapper around one. */
	| 'job'
	| 'unknown';

/** Somebody to whom goods go, or where they go to. */
export const GOALS: ReadonlySet<Role> = new Set(['recipient', 'destination', 'customer']);

/** Beginnings of words, so that names all in lower case are understood as well. */
const BEGINNINGS: ReadonlyArray<readonly [Role, RegExp]> = [
	[
		'other',
		/^(sender|shipper|consignor|pickup|collect|origin(?!al)|dispatch|departure|warehouse|supplier|merchant|retailer|webshop|depot|carrier|courier|driver|deliverer|chauffeur|bezorger|zusteller|fahrer|vehicle|voertuig|fahrzeug|planner|company|organi[sz]ation|bedrijf|invoice|billing|return|servicecent|afzender|absender|leverancier|lieferant|ophaal|afhaal|abhol|neighbou?r|(start|end|next|previous)(location|address|stop|point))/,
	],
	['recipient', /^(recipient|receiver|consignee|addressee|ontvanger|geadresseerde|empfae?nger)/],
	['elsewhere', /^(delivered|registration|currentlo|currentpo|lastknown|gps)/],
	[
		'destination',
		/^(deliver(to|y|ies)?|destination|dropoff|unload(ing)?|bestemming|bezorg(ing)?|aflever(ing)?|(liefer|zustell)(ung)?|shipto$)/,
	],
	['customer', /^(customer|klant(en)?|kunden?|buyer)/],
	[
		'place',
		/^(address(es)?|location|adres(sen?)?|anschrift(en)?|coordinate|coords|geo|latlng|latlon)/,
	],
	['contact', /^contact/],
];

/** Names of wrappers, which say nothing of what they hold. */
const WRAPPERS =
	'data payload body content detail info information notification message event object entity resource result record attribute property value';

const WORDS: ReadonlyArray<readonly [Role, string]> = [
	[
		'other',
		'from source loading start end previous prev next user shop store seller vendor hub base truck trailer van car bike service support partner tenant account payer employee operator agent creator author owner man',
	],
	[
		'elsewhere',
		'proof signature scan current last live latest real realtime actual reported app tracker device arrival arrived done completion completed position',
	],
	['recipient', 'to'],
	['destination', 'drop target'],
	['place', 'place'],
	['contact', 'person'],
	[
		'job',
		`assignment task job activity stop visit shipment consignment order parcel package leg item ${WRAPPERS}`,
	],
];

const WHOLE: ReadonlyMap<string, Role> = new Map(
	WORDS.flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);

/** Of several roles in one name the first of these counts: `driverLocation` is the driver's. */
const ORDER: readonly Role[] = [
	'other',
	'elsewhere',
	'recipient',
	'destination',
	'customer',
	'place',
	'contact',
	'job',
];

/**
 * What may stand behind somebody or a place, beside other words for these, and still be about them:
 * `deliveryPoint` is where a delivery goes to, `deliveryZone` is a thing of its own.
 */
const PARTICULARS: ReadonlySet<string> = new Set(
	'name detail info information data party stop point site off lat lng lon naam persoon kontakt gegeven informatie locatie plaats plek punt daten angaben ort punkt stelle'.split(
		' ',
	),
);

/** Names of what a driver does somewhere. */
const DONE = /^(assignment|task|job|activity|visit|shipment|consignment)$/;

/** Before `to`, what goods do: others are told, billed or given something. */
const SENT = /^(ship(ped|ping)?|delivery?|send|go|drop)$/;

/** What the name of an object says of it. */
export const roleOf = oncePerName((name): Role => {
	const words = partsIn(name);
	const roles = words.map(roleOfWord);
	// Whoever delivers, not where to.
	const isPerson = words.at(-1) === 'person' && !words.includes('contact');
	if (isPerson && roles.includes('destination')) return 'other';
	if (/\bpick up\b/.test(words.join(' '))) return 'other';
	const role = ORDER.find((each) => roles.includes(each)) ?? 'unknown';
	if (!GOALS.has(role)) return role;
	const to = words.lastIndexOf('to');
	if (to > 0 && !SENT.test(words[to - 1] ?? '')) {
		const behind = words.slice(to + 1);
		const isSomebody = behind.every((word) => isParticular(word) && !GOALS.has(roleOfWord(word)));
		// Else it is what is to be done with something, as in `stopsToVisit`.
		return isSomebody ? 'other' : roleOf(words.slice(0, to).join(' '));
	}
	const behind = words.slice(roles.lastIndexOf(role) + 1).filter((word) => !isParticular(word));
	if (behind.length === 0) return role;
	if (behind.some((word) => roleOfWord(word) !== 'job')) return 'unknown';
	// What is done at the destination is told of with its place; an order has parties of its own.
	return role === 'destination' && behind.every((word) => DONE.test(singular(word))) ? role : 'job';
});

/**
 * Whether a name ends in somebody, a place or what is told of them, so that a `name` in the object is
 * theirs: that in `deliveryOrder` or `addressType` is not.
 */
export function endsInParty(name: string): boolean {
	return isParticular(partsIn(name).at(-1) ?? '');
}

/** Whether a name says nothing of what stands under it, such as `data`. */
export function isWrapper(name: string): boolean {
	return WRAPPERS.split(' ').includes(singular(wordsIn(name).at(-1) ?? ''));
}

/** The words of a name, what it is itself as the last one: `delivery`, `type` for `typeOfDelivery`. */
const partsIn = oncePerName<readonly string[]>((name) => {
	// An end customer is at no other end.
	const words = wordsIn(name.replace(/^end(?=[\W_]?customer)/i, '')).flatMap(splitWord);
	const at = words.findIndex((word) => /^(of|for)$/.test(word));
	return at < 0 ? words : [...words.slice(at + 1), ...words.slice(0, at)];
});

/** Words that are written together, as in `deliveryaddress` and `Lieferadresse`. */
function splitWord(word: string): string[] {
	const role = roleOfWord(word);
	const pattern = isOfParty(role) ? BEGINNINGS.find(([each]) => each === role)?.[1] : undefined;
	const [stem] = pattern?.exec(word) ?? [word];
	const rest = word.slice(stem.length);
	if (/^(s|en|\d*)$/.test(rest)) return [stem];
	// German and Dutch put an s between two words.
	return [stem, ...splitWord(/ung$|ing$/.test(stem) ? rest.replace(/^s/, '') : rest)];
}

function isParticular(word: string): boolean {
	const isTold = PARTICULARS.has(word) || PARTICULARS.has(singular(word)) || /^\d+$/.test(word);
	return isTold || isOfParty(roleOfWord(word));
}

function isOfParty(role: Role): boolean {
	return GOALS.has(role) || role === 'place' || role === 'contact';
}

function roleOfWord(word: string): Role {
	const whole = WHOLE.get(word) ?? WHOLE.get(singular(word));
	return whole ?? BEGINNINGS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}

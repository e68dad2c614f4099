import { oncePerName, plain, singular, wordsIn } from './words';

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

/** Beginnings of words, so that names all in lower case are understood as well. */
const BEGINNINGS: ReadonlyArray<readonly [Role, RegExp]> = [
	[
		'other',
		/^(sender|shipper|consignor|pickup|collect|origin(?!al)|dispatch|departure|warehouse|supplier|merchant|retailer|webshop|depot|carrier|courier|driver|deliverer|chauffeur|bezorger|fahrer|vehicle|voertuig|fahrzeug|planner|company|organi[sz]ation|bedrijf|invoice|billing|return|servicecent|afzender|absender|leverancier|ophaal|afhaal|abhol|neighbou?r|(start|end|next|previous)(location|address|stop|point))/,
	],
	['recipient', /^(recipient|receiver|consignee|addressee|ontvanger|geadresseerde|empfae?nger)/],
	['elsewhere', /^(delivered|registration|currentlo|currentpo|lastknown|gps)/],
	[
		'destination',
		/^(deliver|destination|dropoff|unload|bestemming|bezorg|aflever|liefer|zustell|shipto$)/,
	],
	['customer', /^(customer|klant|kunde|buyer)/],
	['place', /^(address|location|adres|anschrift|coordinate|coords|geo|latlng|latlon)/],
	['contact', /^contact/],
];

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
		'assignment task job activity stop visit shipment consignment order parcel package leg item data payload body content detail info information notification message event object entity resource result record attribute property value',
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

/** What the name of an object says of it. */
export const roleOf = oncePerName((name): Role => {
	if (/^endcustomer/.test(plain(name))) return 'customer';
	const words = wordsIn(name);
	const roles = new Set(words.map(roleOfWord));
	// Whoever delivers, not where to.
	if (words.at(-1) === 'person' && roles.has('destination')) return 'other';
	if (/\bpick up\b/.test(words.join(' '))) return 'other';
	return ORDER.find((role) => roles.has(role)) ?? 'unknown';
});

function roleOfWord(word: string): Role {
	const whole = WHOLE.get(word) ?? WHOLE.get(singular(word));
	return whole ?? BEGINNINGS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}

import { singular, wordsIn } from './words';

/**
 * What an assignment is: RoutiGo names a delivery, a pick-up, charging the vehicle and a break, but not
 * in which words a body says so (docs/vendors.md#routigo-types). `other` is whatever is neither a
 * delivery nor a pick-up.
 */
export type Kind = 'delivery' | 'collection' | 'other';

/** Words that say what is described or what happened, not of which kind it is. */
const SILENT = new Set(
	'assignment task stop shipment consignment tour route job order event notification webhook routigo type kind update done finished completed arrived planned assigned unassigned started status changed created dto model payload data object message api com nl'.split(
		' ',
	),
);

const DELIVERY =
	/^(re)?deliver|^drop|^unload|bezorg|aflever|lever(en|ing)|zustell|liefer|^(entlad|ablad|lossen|uitladen)/;
const COLLECTION =
	/^(pickup|collect|load|retriev|beladen|inladen|verlad)|ophaal|ophal|afhaal|afhal|abhol/;

/** What goods go back by; fetched from a customer they are picked up as well. */
const BACK = /^(return|retour|ruckhol|rueckhol)/;

/** What is done with the vehicle or for the driver. */
const ASIDE =
	/^(breaks?$|paus|pauze|rest(ing)?$|lunch|charg|recharg|oplad|auflad|laadpauze|ladepause|fuel|refuel|tank(en|ing)?$|depots?$|hubs?$|warehouse|wait|park|idle|mainten)/;

/** What makes the words beside it doubtful: a pick-up point is where a delivery goes to. */
const DOUBTFUL = /^(points?|non?|not|fail.*)$/;

/**
 * The kind that a word tells, and `unknown` for one that nobody knows.
 *
 * @returns `null` where it tells none, as `ASSIGNMENT` or `STOP_DONE` do
 */
export function kindIn(word: string): Kind | 'unknown' | null {
	const words = wordsIn(word).filter((each) => !SILENT.has(singular(each)) && !/^v\d+$/.test(each));
	if (words.length === 0) return null;
	const is = (pattern: RegExp) => words.some((word) => pattern.test(word));
	if (is(ASIDE)) return 'other';
	if (is(DOUBTFUL)) return 'unknown';
	const isCollection = is(COLLECTION) || /\bpick up/.test(words.join(' '));
	if (is(BACK)) return isCollection ? 'collection' : 'other';
	if (is(DELIVERY)) return 'delivery';
	return isCollection ? 'collection' : 'unknown';
}

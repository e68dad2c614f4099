/**
 * Words that may follow a house number, in Dutch, French, English and German. Any other word of more
 * than two letters may be a town.
 */
const WORDS = [
	'huis|hs|bis|ter|quater|rood|zwart|wit|blauw|groen|geel|boven|beneden|achter|voor|midden|onder',
	'links|rechts|achterhuis|voorhuis|bovenwoning|benedenwoning|bedrijfswoning|souterrain|sous|kelder',
	'zolder|begane|grond|bgg|ong|bus|bte|bo[iî]te|box|app|apt|appt|appartement|apartment|flat|unit|suite',
	'kamer|room|studio|penthouse|gebouw|geb|building|bldg|blok|block|bloc|b[aâ]t|b[aâ]timent|hal|loods',
	'magazijn|warehouse|dock|deur|ingang|entree|trap|kantoor|receptie|garage|schuur|toren|vleugel',
].join('|');

const FLOORS = 'hoog|hg|etage|étage|et|etg|verdieping|verd|floor|stock|og';

/** "2e etage", "3 hoog", "1-hg", "IIhg". */
const FLOOR = String.raw`(?:\d{1,2}(?:e|de|ste|er|ère|ème|eme)?|[IVX]{1,4})[ -]?(?:${FLOORS})\.?`;

/** "B", "III", "bis", "bus 3", "A3", "B 12". */
const WORD = String.raw`(?:(?:${WORDS}|${FLOORS})\.?|[IVX]{1,4}|(?!n[or°º]\b)\p{L}{1,2})(?:[ .]?\d{1,4}\p{L}?)?`;

const SEPARATOR = '[-–—−/+.&:#]';

/** Another number needs a separator: "Kerkstraat 27 2" may be number 2 of a street "Kerkstraat 27". */
const NUMBER = String.raw`(?:${SEPARATOR}\d{1,4}| ?${SEPARATOR} ?\d{1,3})\p{L}{0,2}`;

const PART = `${NUMBER}| ?${SEPARATOR} ?(?:${FLOOR}|${WORD})|,? (?:${FLOOR}|${WORD})`;

/** A remark such as "(achter)", but no post code in brackets. */
const REMARK = String.raw`,? ?\((?![^()]*\d{4})[^()]{1,30}\)`;

const ADDITION = new RegExp(`^(?:(?:${PART}|${WORD})(?:${PART}){0,3})?(?:${REMARK})?$`, 'iu');

/** A remark that begins with a capital may be a town, unless it is of words that are known. */
const CAPITAL_REMARK = /\(\p{Lu}[^()]*\)$/u;
const KNOWN_REMARK = new RegExp(String.raw`\((?:${FLOOR}|${WORD})(?:${PART})*\)$`, 'iu');

const COUNTRY = /(?:^|[ ,])(?:NL|BE|DE|LU|FR|GB|UK)$/;

/** Longer texts are prose. */
const LONGEST = 40;

/**
 * The addition in what follows a house number, with its separator: "-29", "/3", "(achter)".
 *
 * @returns an empty text where nothing follows, `null` where it is not for certain an addition
 */
export function additionIn(rest: string): string | null {
	if (rest.length > LONGEST || !ADDITION.test(rest) || COUNTRY.test(rest)) return null;
	if (CAPITAL_REMARK.test(rest) && !KNOWN_REMARK.test(rest)) return null;
	return rest.replace(/^[ ,]+/, '');
}

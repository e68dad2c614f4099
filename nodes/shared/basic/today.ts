/** Making a formatter takes longer than all else about a call, so there is one for each time zone. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/**
 * The day of a moment in a time zone, as YYYY-MM-DD; `null` for a zone that is not known here.
 *
 * @param zone IANA name, such as Asia/Singapore
 */
export function dayIn(zone: string, moment: Date): string | null {
	try {
		return formatterFor(zone).format(moment);
	} catch {
		return null;
	}
}

function formatterFor(zone: string): Intl.DateTimeFormat {
	const known = FORMATTERS.get(zone);
	if (known !== undefined) return known;
	// Sweden writes dates the way ISO 8601 does.
	const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
	FORMATTERS.set(zone, formatter);
	return formatter;
}

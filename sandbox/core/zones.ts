/** Whether there is such an IANA zone. */
export function isZone(zone: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
	} catch {
		return false;
	}
}

// Making one takes far longer than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
	formats.set(timeZone, format);
	return format;
}

/** The zone's offset at that time, such as `+10:00`. */
export function offsetAt(date: Date, timeZone: string): string {
	const format = formatOf(timeZone);
	const name = format.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value;
	return name?.slice('GMT'.length) || '+00:00';
}

/** A time as clocks in the zone show it, with milliseconds and offset. */
export function zoned(date: Date, timeZone: string): string {
	const offset = offsetAt(date, timeZone);
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
	const shifted = new Date(date.getTime() + (offset.startsWith('-') ? -1 : 1) * minutes * 60_000);
	return shifted.toISOString().replace('Z', offset);
}

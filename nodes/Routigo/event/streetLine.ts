/** What an addition may begin with to stand right behind its number, as in "27-29" and "16/3". */
const SEPARATOR = /^[-–—−/+.&:#]\S/;

/** Street, house number and addition as people write them in one line; any of them may be missing. */
export function streetLine(
	street: string | null,
	houseNumber: string | null,
	addition: string | null,
): string {
	const isJoined = houseNumber !== null && SEPARATOR.test(addition ?? '');
	const number = isJoined ? [houseNumber + (addition ?? '')] : [houseNumber, addition];
	return [street, ...number].filter((part) => part !== null).join(' ');
}

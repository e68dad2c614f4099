import { InvalidInput } from '../basic/invalidInput';

/** How far north, and how far east, a place can lie. */
const MOST = { latitude: 90, longitude: 180 } as const;

/**
 * Insists that a coordinate lies on the globe. What is no number is left to the service.
 *
 * @param label what the user sees above the field
 * @throws InvalidInput, most often because latitude and longitude were swapped
 */
export function checkCoordinate(given: unknown, label: string, axis: keyof typeof MOST): void {
	const degrees = Number(String(given ?? '').trim() || NaN);
	if (Number.isNaN(degrees) || Math.abs(degrees) <= MOST[axis]) return;
	throw new InvalidInput(
		`The ${axis} in "${label}" must lie between -${MOST[axis]} and ${MOST[axis]}, but it is ${degrees}. Check that latitude and longitude are not swapped.`,
	);
}

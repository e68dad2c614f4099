import { InvalidInput } from '../basic/invalidInput';

/**
 * Insists that a range does not end before it begins: nothing lies in it, and the service would find nothing
 * without saying why.
 *
 * @param from where it begins; days or instants in one and the same form of ISO 8601, or nothing
 * @param to where it ends
 * @param labels what the user sees above both fields
 * @param typed what stands in both fields, to be told where it is text
 * @throws InvalidInput naming both
 */
export function checkOrder(
	from: unknown,
	to: unknown,
	labels: readonly [string, string],
	typed: readonly [unknown, unknown] = [from, to],
): void {
	if (typeof from !== 'string' || typeof to !== 'string') return;
	if (Date.parse(from) <= Date.parse(to)) return;
	const [first, second] = [
		[typed[0], from],
		[typed[1], to],
	].map(([given, read]) => (typeof given === 'string' ? given.trim() : read));
	throw new InvalidInput(
		`"${labels[0]}" (${first}) is later than "${labels[1]}" (${second}). Swap or correct them.`,
	);
}

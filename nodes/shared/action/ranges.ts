import { InvalidInput } from '../basic/invalidInput';

/**
 * Insists that a range does not end before it begins: nothing lies in it, and the service would find nothing
 * without saying why.
 *
 * @param from where it begins; days or instants in one and the same form of ISO 8601, or nothing
 * @param to where it ends
 * @param labels what the user sees above both fields
 * @throws InvalidInput naming both
 */
export function checkOrder(from: unknown, to: unknown, labels: readonly [string, string]): void {
	if (typeof from !== 'string' || typeof to !== 'string') return;
	if (Date.parse(from) <= Date.parse(to)) return;
	throw new InvalidInput(
		`"${labels[0]}" (${from}) is later than "${labels[1]}" (${to}). Swap or correct them.`,
	);
}

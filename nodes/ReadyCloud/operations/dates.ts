import { utcInstant } from '../../shared/action/dates';
import { isBlank } from '../../shared/action/jsonField';
import { InvalidInput } from '../../shared/basic/invalidInput';

/**
 * A date field in UTC, as ReadyCloud writes its times; `null` where it is empty.
 *
 * @param zone the workflow's time zone, for a date without one
 * @throws InvalidInput naming the field whose date cannot be read
 */
export function instantIn(given: unknown, label: string, zone: string): string | null {
	if (isBlank(given)) return null;
	const instant = utcInstant(given, zone);
	if (instant !== null) return instant;
	throw new InvalidInput(
		`The date in "${label}" cannot be read: "${String(given)}". Write it like 2025-06-18T16:30 or 2025-06-18T06:30:00Z.`,
	);
}

import { isRecord } from '../../shared/basic/values';
import { moneyBeside } from '../event/money';
import { ownId } from '../event/urlIds';

/** What users name themselves: `total` or `url` in there means whatever they like. */
const FREE = 'custom_fields';

/**
 * A result of the API as it came, with what users would have to cut out of it beside it: a plain `id`
 * wherever there is a `url`, and amount and currency wherever there is money. Nothing is replaced.
 */
export function readable(object: Record<string, unknown>): Record<string, unknown> {
	const id = ownId(object.url);
	const added = Object.entries(object).flatMap(([key, value]) =>
		Object.entries(moneyBeside(key, value)),
	);
	const kept = Object.entries(object).map(([key, value]) => [key, within(key, value)] as const);
	return { ...(id === null ? {} : { id }), ...Object.fromEntries([...added, ...kept]) };
}

function within(key: string, value: unknown): unknown {
	if (key === FREE) return value;
	if (Array.isArray(value)) return value.map((member: unknown) => within('', member));
	return isRecord(value) ? readable(value) : value;
}

import { idOrNull } from '../../shared/basic/values';
import type { DeliveryEvent } from '../../shared/event/deliveryEvent';

type Money = Pick<DeliveryEvent, 'amount' | 'currency'>;

/** Amount, and a currency of three letters unless it is left out (docs/vendors.md#readycloud-money). */
const MONEY = /^(-?\d+(?:\.\d+)?)(?:\s+([A-Z]{3}))?$/i;

/** The keys that hold money. By name, because weights and texts may look the same. */
const MONEY_KEYS = new Set([
	'cod_value',
	'declared_value',
	'insured_value',
	'packing_cost',
	'price',
	'ship_cost',
	'shipping',
	'subtotal',
	'tax',
	'total',
	'unit_price',
]);

/**
 * Splits `"2.34 USD"`. The amount stays the text that came, because a floating-point number would
 * change it; what is no money gives `null` twice.
 */
export function moneyOf(value: unknown): Money {
	const [, amount, currency] = MONEY.exec(idOrNull(value) ?? '') ?? [];
	return { amount: amount ?? null, currency: currency?.toUpperCase() ?? null };
}

/** The parts of a money text beside it, as `ship_cost_amount` and `ship_cost_currency`. */
export function moneyBeside(key: string, value: unknown): Record<string, string | null> {
	if (!MONEY_KEYS.has(key) || typeof value !== 'string') return {};
	const { amount, currency } = moneyOf(value);
	return amount === null ? {} : { [`${key}_amount`]: amount, [`${key}_currency`]: currency };
}

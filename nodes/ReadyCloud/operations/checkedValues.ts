import { isBlank } from '../../shared/action/jsonField';
import { moneyOf } from '../event/money';
import { InvalidInput } from '../../shared/basic/invalidInput';

/**
 * Money as ReadyCloud wants it, amount and currency in one text (docs/vendors.md#readycloud-money);
 * `null` where the field is empty.
 *
 * @throws InvalidInput when the amount or the currency is missing
 */
export function checkedMoney(given: unknown, label: string): string | null {
	if (isBlank(given)) return null;
	const { amount, currency } = moneyOf(given);
	if (amount !== null && currency !== null) return `${amount} ${currency}`;
	throw new InvalidInput(
		`"${label}" must be an amount with its currency, such as 15.00 USD, but it is "${String(given)}".`,
	);
}

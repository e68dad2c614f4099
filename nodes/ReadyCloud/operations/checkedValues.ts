import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/action/jsonField';
import { queryOf } from '../../shared/action/queryParameters';
import { InvalidInput } from '../../shared/basic/invalidInput';
import { moneyOf } from '../event/money';

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

const SHORTEST = 2;

const LONGEST = 35;

/** A tag stands in a path, and half a character cannot be encoded. */
const FORBIDDEN = /[/\\?#,.]|\p{Surrogate}/u;

/**
 * A tag that ReadyCloud takes (docs/vendors.md#readycloud-notes-and-tags).
 *
 * @throws InvalidInput saying what is wrong with it
 */
export function checkedTag(given: string): string {
	const tag = given.trim();
	if (tag === '') throw new InvalidInput('"Tag" is empty. Enter a tag of 2 to 35 characters.');
	const { length } = [...tag];
	if (length < SHORTEST || length > LONGEST) {
		throw new InvalidInput(
			`A tag has 2 to 35 characters, but "${tag}" has ${length}. Make it ${length < SHORTEST ? 'longer' : 'shorter'}.`,
		);
	}
	const [forbidden] = FORBIDDEN.exec(tag) ?? [];
	if (forbidden === undefined) return tag;
	throw new InvalidInput(
		`The tag "${tag}" holds "${forbidden}". ReadyCloud allows no / \\ ? # , and full stops in tags.`,
	);
}

/** The token goes into a header alone, and pages are turned by the node. */
const RESERVED = ['access_token', 'bearer_token', 'limit', 'offset'];

/**
 * The free parameters of a list.
 *
 * @throws InvalidInput when one of them is the node's own
 */
export function freeParameters(given: unknown): IDataObject {
	return queryOf(given, RESERVED);
}

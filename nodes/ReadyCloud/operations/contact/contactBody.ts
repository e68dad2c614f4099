import type { IDataObject } from 'n8n-workflow';

import { attributesOf, namedAttributes } from '../../../shared/action/attributes';
import { isBlank, objectOf } from '../../../shared/action/jsonField';
import { isRecord, recordsIn } from '../../../shared/basic/values';
import { merged } from '../mergeAttributes';

/**
 * The fields of an operation as ReadyCloud's attributes. A field that was not given is left out; one
 * that was given empty is `null`, which clears it.
 *
 * @throws InvalidInput when the other attributes are no JSON object
 */
export function contactBody({
	otherAttributes,
	addresses,
	...fields
}: Record<string, unknown>): IDataObject {
	const others = isBlank(otherAttributes)
		? {}
		: objectOf(otherAttributes, 'Other Attributes', 'contacts');
	const list = addressesIn(addresses);
	return merged(
		{ ...namedAttributes(fields), ...(list.length === 0 ? {} : { addresses: list }) },
		others,
	);
}

function addressesIn(given: unknown): IDataObject[] {
	return recordsIn(isRecord(given) ? given.address : undefined)
		.map(attributesOf)
		.filter(({ default: _default, ...address }) => Object.keys(address).length > 0);
}

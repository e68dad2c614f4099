import type { IDataObject } from 'n8n-workflow';

import { attributesOf, namedAttributes } from '../../../shared/action/attributes';
import { merged, otherAttributesOf } from '../../../shared/action/otherAttributes';
import { isRecord, recordsIn } from '../../../shared/basic/values';

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
	const list = addressesIn(addresses);
	return merged(
		{ ...namedAttributes(fields), ...(list.length === 0 ? {} : { addresses: list }) },
		otherAttributesOf(otherAttributes, 'contacts'),
	);
}

function addressesIn(given: unknown): IDataObject[] {
	return recordsIn(isRecord(given) ? given.address : undefined)
		.map(attributesOf)
		.filter(({ default: _default, ...address }) => Object.keys(address).length > 0);
}

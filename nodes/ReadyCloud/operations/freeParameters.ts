import type { IDataObject } from 'n8n-workflow';

import { queryOf } from '../../shared/action/queryParameters';

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

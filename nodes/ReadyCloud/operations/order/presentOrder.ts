import type { IDataObject } from 'n8n-workflow';

import { jobColumns } from '../../../shared/deliveryRow';
import { normalizeReadyCloudOrder } from '../../normalize';
import { readable } from '../../readable';

/** An order as an output item: in the job columns, or as ReadyCloud gives it with its id. */
export function presentOrder(order: IDataObject, simplify: boolean): IDataObject {
	return simplify
		? { ...jobColumns(normalizeReadyCloudOrder(order)) }
		: (readable(order) as IDataObject);
}

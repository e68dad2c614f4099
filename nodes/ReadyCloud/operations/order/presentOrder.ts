import type { IDataObject } from 'n8n-workflow';

import { jobColumns } from '../../../shared/event/deliveryRow';
import { normalizeReadyCloudOrder } from '../../event/normalize';
import { readable } from '../../api/withIdsAndMoney';

/** An order as an output item: in the job columns, or as ReadyCloud gives it with its id. */
export function presentOrder(order: IDataObject, simplify: boolean): IDataObject {
	return simplify
		? { ...jobColumns(normalizeReadyCloudOrder(order)) }
		: (readable(order) as IDataObject);
}

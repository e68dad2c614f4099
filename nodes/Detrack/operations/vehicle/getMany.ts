import { z } from 'zod';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { hintAtMissing } from '../../../shared/api/lists';
import { PATHS } from '../../api/client';
import { readList } from '../../api/lists';

const text = z.string().nullable();

/** The keys of a vehicle that help to choose one (docs/vendors.md#detrack-vehicles). */
const vehicleSchema = z.object({
	id: text,
	name: text,
	detrack_id: text,
	status: text,
	connection: text,
	mobile_number: text,
	address: text,
});

export const getManyVehicles: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many vehicles',
	description: 'Get the drivers and vehicles that jobs can be assigned to',
	output: vehicleSchema,
	properties: [
		...listProperties,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '' },
				{ displayName: 'Zone', name: 'zone', type: 'string', default: '' },
			],
		},
	],
	async run({ context, client }, { values }) {
		const { filters } = values;
		const list = await readList(
			client,
			(page) => ({ method: 'GET', path: PATHS.vehicles, query: { ...filters, ...page } }),
			limitOf(values),
		);
		hintAtMissing(context, list);
		return list.entries;
	},
});

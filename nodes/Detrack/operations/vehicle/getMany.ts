import { z } from 'zod';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { filters, text } from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { PATHS } from '../../api/client';
import { readList } from '../../api/lists';

const nullableText = z.string().nullable();

/** The keys of a vehicle that help to choose one (docs/vendors.md#detrack-vehicles). */
const vehicleSchema = z.object({
	id: nullableText,
	name: nullableText,
	detrack_id: nullableText,
	status: nullableText,
	connection: nullableText,
	mobile_number: nullableText,
	address: nullableText,
});

export const getManyVehicles: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many vehicles',
	description: 'Get the drivers and vehicles that jobs can be assigned to',
	output: vehicleSchema,
	properties: [...listProperties, filters([text('Name', 'name'), text('Zone', 'zone')])],
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

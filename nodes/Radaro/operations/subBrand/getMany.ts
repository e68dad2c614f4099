import { limitOf, listProperties } from '../../../shared/listProperties';
import { operation } from '../../../shared/operation';
import { PATHS } from '../../client';
import { hintAtMissing, readList } from '../../lists';
import type { RadaroOperation } from '../../operation';
import { radaroSubBrandSchema } from '../../schema';

export const getManySubBrands: RadaroOperation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many sub-brands',
	description: 'Get the sub-brands, to turn the number in a job into a name',
	output: radaroSubBrandSchema,
	properties: listProperties,
	async run({ context, client }, { values }) {
		const list = await readList(client, { path: PATHS.subBrands, limit: limitOf(values) });
		hintAtMissing(context, list);
		return list.entries;
	},
});

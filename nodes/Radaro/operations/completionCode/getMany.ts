import { limitOf, listProperties } from '../../../shared/listProperties';
import { operation } from '../../../shared/operation';
import { PATHS } from '../../client';
import { hintAtMissing, readList } from '../../lists';
import type { RadaroOperation } from '../../operation';
import { radaroCompletionCodeSchema } from '../../schema';

export const getManyCompletionCodes: RadaroOperation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many completion codes',
	description: 'Get the completion codes, to tell those for success from those for failure',
	output: radaroCompletionCodeSchema,
	properties: listProperties,
	async run({ context, client }, { values }) {
		const list = await readList(client, { path: PATHS.completionCodes, limit: limitOf(values) });
		hintAtMissing(context, list);
		return list.entries;
	},
});

import type { z } from 'zod';

import { limitOf, listProperties } from '../../shared/action/listProperties';
import { type Operation, operation } from '../../shared/action/operation';
import { hintAtMissing } from '../../shared/api/lists';
import { readList } from '../api/lists';

interface Listing {
	/** One of PATHS. */
	path: string;
	action: string;
	description: string;
	output: z.ZodTypeAny;
}

/** "Get Many" of a resource that Radaro only lists. */
export function listOperation({ path, ...wording }: Listing): Operation {
	return operation({
		value: 'getMany',
		name: 'Get Many',
		...wording,
		properties: listProperties,
		async run({ context, client }, { values }) {
			const list = await readList(client, { path, limit: limitOf(values) });
			hintAtMissing(context, list);
			return list.entries;
		},
	});
}

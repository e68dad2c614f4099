import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { rowsProperties } from '../../../shared/action/rows';
import { hintAtMissing } from '../../../shared/api/lists';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { readList } from '../../api/lists';
import { presenter } from './jobAnswer';
import { searchBody, searchFilters } from './searchFilters';

export const searchManyJobs: Operation = operation({
	value: 'search',
	name: 'Search',
	action: 'Search jobs',
	description:
		'Find jobs by many criteria, such as a range of dates, a list of numbers, or reasons',
	output: jobColumnsSchema,
	properties: [...listProperties, searchFilters, ...rowsProperties],
	async run({ context, client }, { values }) {
		const filters = searchBody(values.filters, context.getTimezone());
		const list = await readList(
			client,
			({ page, limit }) => ({
				method: 'POST',
				path: PATHS.search,
				// Detrack's reference types both as texts.
				body: { data: { ...filters, page: String(page), limit: String(limit) } },
			}),
			limitOf(values),
			presenter(context, values.simplify),
		);
		hintAtMissing(context, list);
		return list.entries;
	},
});

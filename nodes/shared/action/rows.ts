import type { IDataObject } from 'n8n-workflow';

import { boolean, options, shownWhen } from '../api/fields';
import { defineProperties } from '../api/properties';
import type { JobColumns } from '../event/deliveryEvent';
import { eventOfState } from '../event/deliveryRow';
import { inForm, LISTS_AS_OPTIONS } from '../event/listsAs';

/** How an operation gives a job or an order. */
export const rowProperties = defineProperties([
	boolean('Simplify', 'simplify', {
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	}),
	options('Lists As', 'listsAs', {
		options: LISTS_AS_OPTIONS,
		default: 'list',
		...shownWhen('simplify', true),
		description: 'How the columns that are lists are given, such as the items',
	}),
]);

/** The same for a list of jobs or orders, which may also become events. */
export const rowsProperties = defineProperties([
	...rowProperties,
	boolean('As Events', 'asEvents', {
		...shownWhen('simplify', true),
		description:
			'Whether to give whole rows with the columns of an event, as a trigger does: the state of each job as something that happened now',
	}),
]);

/** The values of these properties; operations that do not give jobs have none. */
export interface Form {
	listsAs?: unknown;
	asEvents?: unknown;
}

/** An output item as the user wants it, where it is a simplified job or order. */
export function asWanted(json: IDataObject, { listsAs, asEvents }: Form): IDataObject {
	if (!isRow(json)) return json;
	const row = asEvents === true ? eventOfState(json, new Date().toISOString()) : json;
	return inForm(row, listsAs);
}

function isRow(json: IDataObject): json is JobColumns & IDataObject {
	return 'stateId' in json && 'isFinal' in json;
}

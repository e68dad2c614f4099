import {
	type IDataObject,
	type IHookFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
	NodeOperationError,
} from 'n8n-workflow';

import type { Explanation } from '../api/apiErrors';
import { textsIn } from '../basic/textList';
import { isRecord } from '../basic/values';
import { JOB_TYPES, OUTCOMES, outcomeOf, type Status, STATUSES } from '../event/deliveryEvent';
import { ANY_EVENT } from '../event/eventCatalogue';
import { type EventFilters, patternsIn } from './eventFilters';

/**
 * The parameters of triggers as expressions leave them. One that cannot be used is told to the owner as
 * an error: taken for empty it would let everybody pass, or nobody, and nobody would hear of it.
 */

export type TriggerContext = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** What to do about any flaw. */
const LOOK = 'If it is set by an expression, look at what that gives.';

/** A parameter, `undefined` where its expression fails; for what must not throw. */
export function peekParameter(
	context: TriggerContext,
	name: string,
	fallback: IDataObject | string,
): unknown {
	try {
		return parameterOf(context, name, fallback);
	} catch {
		return undefined;
	}
}

/** What was read for a call, whose parameters stay the same: n8n evaluates an expression each time. */
const READ = new WeakMap<IWebhookFunctions, Map<string, unknown>>();

function parameterOf(context: TriggerContext, name: string, fallback: IDataObject | string) {
	// n8n has one context for all polls of a trigger.
	if (!('getRequestObject' in context)) return context.getNodeParameter(name, fallback) as unknown;
	const read = READ.get(context) ?? new Map<string, unknown>();
	READ.set(context, read);
	if (!read.has(name)) read.set(name, context.getNodeParameter(name, fallback));
	return read.get(name);
}

/** @throws NodeOperationError where the expression fails */
function readParameter(context: TriggerContext, name: string, fallback: IDataObject | string) {
	try {
		return parameterOf(context, name, fallback);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		throw new NodeOperationError(
			context.getNode(),
			`The parameter "${name}" cannot be read: ${why}`,
			{
				description: LOOK,
			},
		);
	}
}

/**
 * The selected events.
 *
 * @param trigger as users write it
 * @param offered all that may be selected, where that is known
 * @throws NodeOperationError where none is, or none that is offered
 */
export function readEvents(
	context: TriggerContext,
	trigger: string,
	offered?: readonly string[],
): string[] {
	const events = listIn(readParameter(context, 'events', ''));
	if (events === null) {
		return refuse(context, {
			message: `No event is chosen in the ${trigger}`,
			description: `Choose at least one under Events, or "Any Event". ${LOOK}`,
		});
	}
	const unusable = unusableIn(events, offered && [ANY_EVENT, ...offered]);
	return unusable === null ? (events as string[]) : refuse(context, notOffered('Events', unusable));
}

/** The selected events as far as they can be read, for what must not throw. */
export function peekEvents(context: TriggerContext): string[] {
	const events = listIn(peekParameter(context, 'events', '')) ?? [];
	return events.filter((event) => typeof event === 'string');
}

/** @throws NodeOperationError where a filter that was added is empty, of another form, or excludes another */
export function readFilters(context: TriggerContext): EventFilters {
	const filters = readCollection(context, 'filters', 'Filters');
	for (const [name, given] of Object.entries(filters)) {
		const flaw = filterFlaw(name, given);
		if (flaw !== null) refuse(context, flaw);
	}
	const { statuses, outcomes, jobTypes, ...others } = filters;
	const lists = Object.entries({ statuses, outcomes, jobTypes }).flatMap(([name, given]) => {
		const list = listIn(given);
		return list === null ? [] : [[name, list]];
	});
	const read = { ...others, ...Object.fromEntries(lists) } as EventFilters;
	return passesNothing(read) ? refuse(context, CONTRADICTION) : read;
}

/** Whether none of the statuses has one of the outcomes, so that no event could ever pass. */
function passesNothing({ statuses, outcomes }: EventFilters): boolean {
	if (statuses === undefined || outcomes === undefined) return false;
	return !statuses.some((status) => outcomes.includes(outcomeOf(status as Status)));
}

const CONTRADICTION: Explanation = {
	message: 'Nothing can pass the filters: none of the "Statuses" has one of the "Outcomes"',
	description: `Remove one of the two filters, or choose what fits together. ${LOOK}`,
};

/** The filters that are lists. A service offers those that its events can have; all of them count. */
const LIST_FILTERS = new Map<string, { label: string; words: readonly unknown[] }>([
	['statuses', { label: 'Statuses', words: STATUSES }],
	['outcomes', { label: 'Outcomes', words: OUTCOMES }],
	['jobTypes', { label: 'Job Types', words: JOB_TYPES }],
]);

/** Why a filter cannot be applied, or `null`. */
function filterFlaw(name: string, given: unknown): Explanation | null {
	if (name === 'reference') {
		const isText = typeof given === 'string' || typeof given === 'number';
		return isText && patternsIn(given).length > 0 ? null : empty('filter', 'Reference');
	}
	const filter = LIST_FILTERS.get(name);
	// What a later version adds does not count here.
	if (filter === undefined) return null;
	const list = listIn(given);
	if (list === null) return empty('filter', filter.label);
	const unusable = unusableIn(list, filter.words);
	return unusable === null ? null : notOffered(filter.label, unusable);
}

/** @throws NodeOperationError where the options are none, or one of them cannot be used */
export function readOptions(
	context: TriggerContext,
	flawIn: (options: IDataObject) => Explanation | null = () => null,
): IDataObject {
	const options = readCollection(context, 'options', 'Options');
	const flaw = flawIn(options);
	return flaw === null ? options : refuse(context, flaw);
}

/** The options as far as they can be read, for what must not throw. */
export function peekOptions(context: TriggerContext): IDataObject {
	const options = peekParameter(context, 'options', {});
	return isRecord(options) ? (options as IDataObject) : {};
}

/**
 * A choice, by default the first one.
 *
 * @throws NodeOperationError where it is none of those there are
 */
export function readChoice<Choice extends string>(
	context: TriggerContext,
	name: string,
	label: string,
	offered: readonly Choice[],
): Choice {
	const given = readParameter(context, name, offered[0] ?? '');
	return offered.find((choice) => choice === given) ?? refuse(context, notOffered(label, given));
}

/**
 * What makes a list of choices unusable, or `null`: an entry that is no text, or the first one where
 * none of them is offered, so that nothing could ever fit.
 */
function unusableIn(list: readonly unknown[], offered?: readonly unknown[]): unknown {
	const odd = list.filter((entry) => typeof entry !== 'string');
	if (odd.length > 0) return odd[0] ?? 'nothing';
	return offered === undefined || list.some((entry) => offered.includes(entry)) ? null : list[0];
}

/** That something which restricts was added, but restricts nothing. */
export function empty(kind: 'filter' | 'option', label: string): Explanation {
	return {
		message: `The ${kind} "${label}" was added, but it is empty`,
		description: `Fill it in, or remove it. ${LOOK}`,
	};
}

/** That a value is none of those that a parameter offers. */
export function notOffered(label: string, given: unknown): Explanation {
	return {
		message: `"${label}" holds ${inWords(given)}, which is none of its choices`,
		description: `Choose it from the list. ${LOOK}`,
	};
}

/** What was given, short enough for a sentence. */
export function inWords(given: unknown): string {
	const text = JSON.stringify(given) ?? 'nothing';
	return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}

function readCollection(context: TriggerContext, name: string, label: string): IDataObject {
	const given = readParameter(context, name, {});
	if (isRecord(given)) return given as IDataObject;
	return refuse(context, {
		message: `"${label}" cannot be used: it is ${inWords(given)} instead of a collection`,
		description: LOOK,
	});
}

/** A list with something in it, also of a text that holds one or several; else `null`. */
function listIn(given: unknown): unknown[] | null {
	const single = typeof given === 'string' ? textsIn(given) : [given];
	const list: unknown[] = Array.isArray(given) ? given : single;
	const isEmpty = list.every((entry) => entry === null || entry === undefined || entry === '');
	return isEmpty ? null : list;
}

function refuse(context: TriggerContext, { message, description }: Explanation): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

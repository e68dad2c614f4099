import {
	type INodeExecutionData,
	type IPollFunctions,
	type NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { pauseAfter, POLL_MS } from '../api/limits';
import { instantOf } from '../basic/times';
import { textOrNull } from '../basic/values';
import { filteredOut } from '../trigger/eventFilters';
import { outputFormOf, present } from '../trigger/outputForm';
import { isPublishing, publishing } from '../trigger/publishing';
import { readChoice, readFilters, readOptions } from '../trigger/triggerParameters';
import { ChangesMemory } from './changesMemory';
import { boundsOf, firstDaysOf } from './changesProperties';
import type { ChangesVendor, PollBounds } from './changesVendor';
import { sampleOf } from './compare';
import { isPassing, Patience } from './patience';
import { type Change, survey, type Surveyed } from './survey';

/** How many jobs Fetch Test Event shows. */
const MOST_IN_SAMPLE = 10;

const PATIENCE = new Patience();

/**
 * One poll of a changes trigger, the same for all vendors: what changed since the last one, as rows. In
 * the editor it gives recent jobs instead, and remembers nothing.
 *
 * What is remembered moves only where the poll has succeeded. A vendor that cannot answer is asked again
 * by the next poll, without a failed execution for each, but one in an hour.
 *
 * @returns `null` where nothing changed
 * @throws NodeApiError when the vendor refuses for good, or has not answered for an hour
 * @throws NodeOperationError when a parameter, such as a filter that restricts nothing, or the credential cannot be used
 */
export async function pollChanges(
	context: IPollFunctions,
	vendor: ChangesVendor,
): Promise<INodeExecutionData[][] | null> {
	return await publishing(isWatched(context), async () => await pollOrSample(context, vendor));
}

async function pollOrSample(
	context: IPollFunctions,
	vendor: ChangesVendor,
): Promise<INodeExecutionData[][] | null> {
	// Before anything is remembered: what cannot be filtered must not be forgotten.
	readFilters(context);
	readOptions(context);
	outputFormOf(context);
	readChoice(context, 'startWith', 'Start With', ['now', 'lastDays']);
	const bounds = boundsOf(context, vendor.requestsPerPoll);
	if (context.getMode() === 'manual') return await recentJobs(context, vendor, bounds);
	const key = `${String(context.getWorkflow().id)}/${context.getNode().id}`;
	return await PATIENCE.alone(key, async () => {
		const outcome = await poll(context, vendor, bounds, key).catch((error: unknown) => ({ error }));
		if (!('error' in outcome)) {
			if (outcome.problem === null) PATIENCE.settle(key);
			return asItems(context, outcome.changes);
		}
		const { error } = outcome;
		if (!isPassing(error) || isWatched(context) || PATIENCE.isOver(key)) throw error;
		if (error.httpCode === '429') PATIENCE.rest(key, restAfter(error));
		context.logger.warn(
			`${vendor.name} Changes Trigger "${context.getNode().name}" asks again at its next poll: ${error.message}`,
		);
		return null;
	});
}

async function poll(
	context: IPollFunctions,
	vendor: ChangesVendor,
	bounds: PollBounds,
	key: string,
): Promise<Surveyed> {
	const source = await vendor.connect(context, bounds);
	const staticData = context.getWorkflowStaticData('node');
	const { account } = source;
	const now = new Date();
	const { lookBack, requests } = bounds;
	const beginning = { account, lookBack, days: firstDaysOf(context), now };
	const memory = ChangesMemory.read(staticData, beginning);
	const clock = (): number => Date.now();
	const allowance = { requests, until: now.getTime() + POLL_MS, clock };
	const surveyed = await survey(source, memory, allowance, now);
	const { refusal, problem } = surveyed;
	if (refusal !== null) {
		if (surveyed.requests === 1) throw refusal;
		PATIENCE.rest(key, restAfter(refusal));
	}
	memory.write(staticData);
	if (problem !== null) {
		// Not thrown, as n8n may forget what a poll that fails has written: the next one would ask for it again.
		context.logger.warn(
			`${vendor.name} Changes Trigger "${context.getNode().name}" could not ask for an open ${vendor.thing}, and does so again in its turn: ${problem.message}`,
		);
	}
	return surveyed;
}

/** Whether somebody publishes the workflow just now, and should hear at once that it cannot work. */
function isWatched(context: IPollFunctions): boolean {
	return isPublishing(context) && context.getWorkflowStaticData('node').changes === undefined;
}

function restAfter({ context }: NodeApiError): number {
	return pauseAfter(textOrNull(context.retryAfter), 0);
}

function asItems(context: IPollFunctions, changes: Change[]): INodeExecutionData[][] | null {
	const form = outputFormOf(context);
	const filters = readFilters(context);
	const items = changes
		.filter(({ row }) => filteredOut(row, filters) === null)
		.map(({ row, job }) => ({ json: present(form, row, { original: job }) }));
	return items.length === 0 ? null : [items];
}

/** Real jobs of the account, those first that changed last. */
async function recentJobs(
	context: IPollFunctions,
	vendor: ChangesVendor,
	bounds: PollBounds,
): Promise<INodeExecutionData[][]> {
	const source = await vendor.connect(context, bounds);
	const now = new Date();
	const { jobs } = await source.list(null, false);
	const seen = jobs.map((job) => ({ job, row: source.row(job), times: source.timesOf(job) }));
	const timeOf = (one: (typeof seen)[number]): number =>
		instantOf(one.times.changedAt ?? one.times.createdAt) || 0;
	seen.sort((a, b) => timeOf(b) - timeOf(a));
	const changes = seen.map(({ job, row, times }) => ({ job, row: sampleOf({ row, times }, now) }));
	const items = asItems(context, changes)?.[0]?.slice(0, MOST_IN_SAMPLE);
	if (items !== undefined) return [items];
	throw new NodeOperationError(
		context.getNode(),
		`${vendor.name} gives no ${vendor.thing} that could be shown`,
		{
			description:
				jobs.length === 0
					? `Create one in ${vendor.name}, or look back further under Options, and fetch again.`
					: 'The filters leave all of them out. Change them, and fetch again.',
		},
	);
}

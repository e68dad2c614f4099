import axios from 'axios';
import { z } from 'zod';

import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import type { DayJob, Knowledge } from './jobs';

const RECORD = 'Delivery Note';

/** What of a delivery note tells how its delivery went, by its name; an empty text where nothing did. */
export type Records = Map<string, string>;

export interface ExpectedRecords {
	/** Notes of jobs that were delivered, all or in part, with how they stand. */
	written: Records;
	/** Notes of jobs that were never delivered. */
	untouched: Set<string>;
}

/** References of the jobs that a service is asked to make, each of which is a delivery note's name. */
export function referencesIn(body: Record<string, unknown>): string[] {
	const { external_id, do_number, primary_id, orders } = body;
	const own = [external_id, do_number, primary_id].filter((each) => typeof each === 'string');
	const many = z.array(z.object({ identifier: z.string() })).safeParse(orders);
	return [...own, ...(many.data ?? []).map(({ identifier }) => identifier)];
}

/** The body that makes a delivery note at the sandbox's control. */
export function newRecord(name: string): object {
	return { doctype: RECORD, name, values: { customer: 'Ada' } };
}

/** What the ERP must hold after the day. */
export function expectedRecords(
	jobs: readonly DayJob[],
	tours: Iterable<unknown>,
	known: Knowledge,
): ExpectedRecords {
	const expected: ExpectedRecords = { written: new Map(), untouched: new Set() };
	for (const job of jobs) {
		if (job.vendor === 'routigo' || job.kind === 'collection') continue;
		const state = known(job);
		if (state === 'delivered' || state === 'partially_delivered') {
			expected.written.set(job.number, state);
		}
		const was = job.steps.some((step) => step.state?.endsWith('delivered'));
		if (!was) expected.untouched.add(job.number);
	}
	for (const tour of tours) addOrders(expected, tour);
	return expected;
}

const tourSchema = z.object({
	shipments: z.array(z.object({ id: z.string(), order: z.object({ identifier: z.string() }) })),
	stops: z.array(
		z.object({
			assignments: z.array(
				z.object({ shipmentId: z.string().nullable(), endStatus: z.string().nullable() }),
			),
		}),
	),
});

/** RoutiGo repeats what is not answered, so all that happened on a tour is known. */
function addOrders({ written, untouched }: ExpectedRecords, tour: unknown): void {
	const { shipments, stops } = tourSchema.parse(tour);
	for (const { shipmentId, endStatus } of stops.flatMap(({ assignments }) => assignments)) {
		const name = shipments.find(({ id }) => id === shipmentId)?.order.identifier;
		if (name === undefined) continue;
		if (endStatus === 'DELIVERED') written.set(name, 'delivered');
		else untouched.add(name);
	}
}

/** What the ERP holds. */
export async function recordsIn(sandboxUrl: string): Promise<Records> {
	const { data } = await axios.get<unknown>(`${sandboxUrl}/erp/api/resource/${RECORD}`, {
		params: { fields: '["name","custom_delivery_status"]', limit_page_length: 0 },
		headers: { authorization: `token ${ERP_KEY}:${ERP_SECRET}` },
		proxy: false,
	});
	const schema = z.object({
		data: z.array(z.object({ name: z.string(), custom_delivery_status: z.string().nullable() })),
	});
	return new Map(
		schema.parse(data).data.map((each) => [each.name, each.custom_delivery_status ?? '']),
	);
}

/** Notes that are as they must be, and sentences about the others. */
export function comparedRecords(
	there: Records,
	{ written, untouched }: ExpectedRecords,
): { right: number; wrong: string[] } {
	const wrong: string[] = [];
	for (const [name, state] of written) {
		const found = there.get(name) || 'nothing';
		if (found !== state) wrong.push(`${name} says ${found}, and is ${state}`);
	}
	for (const name of untouched) {
		const found = there.get(name) ?? '';
		if (found !== '' && !written.has(name))
			wrong.push(`${name} says ${found}, and is not delivered`);
	}
	return { right: written.size + untouched.size - wrong.length, wrong };
}

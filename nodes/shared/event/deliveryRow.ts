import { hash } from 'node:crypto';

import { canonicalForm } from '../basic/canonicalForm';
import { isRecord, webUrlOrNull } from '../basic/values';
import {
	type DeliveryEvent,
	deliveryEventSchema,
	type DeliveryItem,
	isFinal,
	type JobColumns,
	jobColumnsSchema,
	type Outcome,
	outcomeOf,
	type Provider,
	type Status,
} from './deliveryEvent';
import { isoTime } from './isoTimes';
import { addressLine, oneLine } from './oneLine';

/** The columns that follow from the service and the status, so that no mapping names them. */
type Derived = 'provider' | 'status' | 'outcome' | 'isFinal' | 'stateId';

/** What a vendor's mapping knows of a job. A column that it leaves out is empty. */
export type KnownColumns = Partial<Omit<JobColumns, Derived>>;

type EventColumns = Omit<DeliveryEvent, keyof JobColumns>;

/** What it knows of an event: these three columns always. */
type KnownEvent = KnownColumns &
	Pick<EventColumns, 'eventId' | 'event' | 'receivedAt'> &
	Partial<EventColumns>;

const EMPTY_ROW = emptyRow(deliveryEventSchema.shape);
const EMPTY_JOB = emptyRow(jobColumnsSchema.shape);

/** `null` for every column, in the schema's order. Lists are new in each row, as rows are given away. */
function emptyRow<Name extends string>(shape: Record<Name, unknown>): Record<Name, null> {
	const empty = Object.keys(shape).map((name) => [name, null]);
	return Object.fromEntries(empty) as Record<Name, null>;
}

/**
 * What tells one state of a job from another, where a row alone does not say it the same way whether a
 * webhook told it or an answer of the API.
 */
export interface State {
	/** What the vendor tells jobs apart by, where that is not the id alone. */
	job?: unknown;
	/** The status without what hangs on the day of asking. */
	status?: Status;
	/** Where both ways give it in the same words. */
	reason?: string | null;
}

/** The row of an event, from what a vendor's mapping knows of it. */
export function deliveryRow(
	provider: Provider,
	status: Status,
	known: KnownEvent,
	state: State = {},
): DeliveryEvent {
	const empty = { ...EMPTY_ROW, photoUrls: [], items: [], changedFields: [] };
	const row: DeliveryEvent = filled({ ...empty, provider, ...statusColumns(status) }, known);
	// What is about no job at all is a state of its own.
	return Object.assign(row, { stateId: stateIdOf(row, state) ?? eventIdOf('state', row.eventId) });
}

/** The row of a job that is not part of an event, as an answer of the API gives it. */
export function jobRow(
	provider: Provider,
	status: Status,
	known: KnownColumns,
	state: State = {},
): JobColumns {
	const empty = { ...EMPTY_JOB, photoUrls: [], items: [] };
	const row: JobColumns = filled({ ...empty, provider, ...statusColumns(status) }, known);
	return Object.assign(row, { stateId: stateIdOf(row, state) ?? eventIdOf('state', row) });
}

/**
 * A state of a job as an event, for a job that was asked for: its identifier is that of the state, so
 * that the same state told twice is the same event.
 *
 * @param receivedAt ISO 8601 instant of the answer
 */
export function eventOfState(row: JobColumns, receivedAt: string): DeliveryEvent {
	const event = 'status_changed' as const;
	const eventId = `state-${row.stateId}`;
	return { ...EMPTY_ROW, ...row, eventId, event, receivedAt, changedFields: [] };
}

/**
 * The same for the same state of a job, whichever way it was told: the job, its attempt, its status and
 * its reason make it, see docs/delivery-event.md#states. `null` where a row names no job.
 */
function stateIdOf(
	row: Omit<JobColumns, 'stateId'>,
	{ job, status, reason }: State,
): string | null {
	const { provider, jobId, reference, attempt } = row;
	const named = job ?? jobId ?? (reference === null ? null : [reference]);
	if (named === null) return null;
	// Values in an order of their own, so that no keys need to be put in order.
	const parts = ['state', provider, named, attempt, status ?? row.status, reason ?? null];
	return digestOf(JSON.stringify(parts));
}

/**
 * A row with what a mapping knows, as a row holds it. What it left undefined is empty, and must not go
 * missing.
 */
function filled<Row extends object>(row: object, known: object): Row {
	const columns = row as Record<string, unknown>;
	for (const [name, value] of Object.entries(known)) {
		if (value !== undefined) columns[name] = inRow(name, value);
	}
	return row as Row;
}

const TIMES = new Set(['occurredAt', 'windowFrom', 'windowTo', 'eta', 'proofAt']);

const LINKS = new Set(['trackingUrl', 'signatureUrl', 'photoUrls']);

/** Texts in one line, times in ISO 8601, links whole. */
function inRow(name: string, value: unknown): unknown {
	if (value === null) return null;
	if (TIMES.has(name)) return isoTime(value);
	if (typeof value === 'string') {
		const line = name === 'address' ? addressLine(value) : oneLine(value);
		return LINKS.has(name) ? webUrlOrNull(line) : line;
	}
	if (Array.isArray(value)) return value.map((entry) => inRow(name, entry)).filter(isFilled);
	return isRecord(value) ? itemInRow(value as DeliveryItem) : value;
}

/** Column by column, as a row may have hundreds of items. */
function itemInRow(item: DeliveryItem): DeliveryItem {
	return {
		sku: lineOrNull(item.sku),
		description: lineOrNull(item.description),
		quantity: item.quantity,
		rejectedQuantity: item.rejectedQuantity,
		reason: lineOrNull(item.reason),
	};
}

function lineOrNull(text: string | null): string | null {
	return text === null ? null : oneLine(text);
}

function isFilled(entry: unknown): boolean {
	return entry !== null;
}

function statusColumns(status: Status): { status: Status; outcome: Outcome; isFinal: boolean } {
	return { status, outcome: outcomeOf(status), isFinal: isFinal(status) };
}

/**
 * A stable identifier for an event of a vendor that gives none: the same parts give the same
 * 32 hexadecimal digits, whatever the order of keys. Never put the time of arrival into `parts`.
 */
export function eventIdOf(...parts: unknown[]): string {
	return digestOf(canonicalForm(parts));
}

function digestOf(text: string): string {
	return hash('sha256', text).slice(0, 32);
}

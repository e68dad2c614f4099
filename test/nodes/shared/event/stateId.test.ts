import type { Status } from '../../../../nodes/shared/event/deliveryEvent';
import {
	deliveryRow,
	eventOfState,
	jobRow,
	type KnownColumns,
	type State,
} from '../../../../nodes/shared/event/deliveryRow';

const RECEIVED_AT = '2026-03-03T00:00:00.000Z';

const JOB: KnownColumns = { jobId: '1', reference: 'SO-1', attempt: 1, reason: 'Nobody home' };

function stateId(known: KnownColumns = JOB, status: Status = 'attempt_failed', state?: State) {
	return jobRow('detrack', status, known, state).stateId;
}

function eventStateId(eventId: string, known: KnownColumns = JOB) {
	const event = { ...known, eventId, event: 'status_changed', receivedAt: RECEIVED_AT } as const;
	return deliveryRow('detrack', 'attempt_failed', event).stateId;
}

it('is the same for an event and an answer of the API', () => {
	expect(eventStateId('e')).toBe(stateId());
});

it('is the same for two events of one state', () => {
	expect(eventStateId('e')).toBe(eventStateId('f'));
});

it.each<[string, string]>([
	['another job', stateId({ ...JOB, jobId: '2' })],
	['another attempt', stateId({ ...JOB, attempt: 2 })],
	['another status', stateId(JOB, 'delivered')],
	['a reason that both ways give', stateId(JOB, 'attempt_failed', { reason: 'Nobody home' })],
	['another service', jobRow('radaro', 'attempt_failed', JOB).stateId],
	['a job that is told apart otherwise', stateId(JOB, 'attempt_failed', { job: ['SO-1', '1'] })],
])('differs for %s', (_what, other) => {
	expect(other).not.toBe(stateId());
});

it('does not hang on what is said beside it', () => {
	expect(stateId({ ...JOB, reason: null, driverName: 'Mara', note: 'x' })).toBe(stateId());
});

it('takes the status that both ways give', () => {
	expect(stateId(JOB, 'scheduled', { status: 'attempt_failed' })).toBe(stateId());
});

it('knows a job without an id by its reference', () => {
	expect(stateId({ reference: 'A' })).toBe(stateId({ reference: 'A', address: 'Quay 1' }));
	expect(stateId({ reference: 'A' })).not.toBe(stateId({ reference: 'B' }));
	expect(stateId({ reference: 'A' })).not.toBe(stateId({ jobId: 'A' }));
});

it('is that of the event where a row is about no job', () => {
	expect(eventStateId('e', {})).toBe(eventStateId('e', {}));
	expect(eventStateId('e', {})).not.toBe(eventStateId('f', {}));
});

it('makes an event of a state', () => {
	const row = jobRow('detrack', 'attempt_failed', JOB);
	expect(eventOfState(row, RECEIVED_AT)).toEqual({
		...row,
		eventId: `state-${row.stateId}`,
		event: 'status_changed',
		previousStatus: null,
		receivedAt: RECEIVED_AT,
		changedFields: [],
		providerEvent: null,
	});
});

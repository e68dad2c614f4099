import type { SentEvent } from '../../../bench/sentEvents';
import { recovered, tally } from '../../../bench/queue/tally';

const event = (eventId: string, values: Partial<SentEvent> = {}): SentEvent => ({
	vendor: 'radaro',
	eventId,
	stateId: `state of ${eventId}`,
	calls: 1,
	answers: 1,
	response: '',
	...values,
});
const row = (eventId: string, stateId = `state of ${eventId}`) => ({ eventId, stateId });

it('counts what was kept, doubled, lost and sent again', () => {
	const refused = event('refused', { answers: 0 });
	const lost = event('lost', { vendor: 'detrack', response: '{"message":"no data"}' });
	const sent = [
		event('kept'),
		event('twice', { calls: 3, answers: 2 }),
		lost,
		refused,
		event('unanswered', { answers: 0 }),
	];
	const rows = ['twice', 'kept', 'unanswered', 'twice', 'twice', 'state-1'].map((id) => row(id));
	expect(tally(sent, rows)).toEqual({
		sent: 5,
		calls: 7,
		answered: 3,
		repeated: 1,
		kept: 3,
		doubled: 1,
		missing: ['detrack lost {"message":"no data"}'],
		lost: [lost, refused],
	});
});

it('tells who has brought the state of an event that was not kept', () => {
	const lost = [
		event('a', { stateId: 'assigned' }),
		event('b', { stateId: 'delivered' }),
		event('c', { stateId: 'rated' }),
		event('d', { stateId: 'left behind' }),
		event('e', { stateId: null }),
		event('f', { vendor: 'routigo', stateId: 'assigned' }),
	];
	const [changes, round] = [[row('state-1', 'assigned')], [row('state-2', 'delivered')]];
	const rows = [row('kept', 'rated'), ...changes, ...round];
	expect(recovered(lost, rows, { changes, round })).toEqual({
		byChanges: 1,
		byRound: 1,
		byOthers: 1,
		passed: 2,
		notAsked: 1,
	});
});

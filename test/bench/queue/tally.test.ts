import { tally } from '../../../bench/queue/tally';

const sent = [
	{ reference: 'kept', calls: 1, answered: true },
	{ reference: 'twice', calls: 3, answered: true },
	{ reference: 'lost', calls: 1, answered: true },
	{ reference: 'refused', calls: 500, answered: false },
	{ reference: 'unanswered', calls: 500, answered: false },
];

it('counts what was kept, doubled, lost and recovered', () => {
	const rows = ['twice', 'kept', 'unanswered', 'twice', 'twice', 'of another run'];
	expect(tally(sent, rows)).toEqual({
		sent: 5,
		calls: 1005,
		answered: 3,
		kept: 3,
		doubled: 2,
		missing: ['lost'],
		recovered: 2,
	});
});

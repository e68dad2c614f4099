import { eventOfState, jobRow } from '../../../../nodes/shared/event/deliveryRow';
import { present } from '../../../../nodes/shared/trigger/outputForm';

const row = eventOfState(
	jobRow('readyCloud', 'created', { reference: 'R-1' }),
	'2025-06-18T09:00:00Z',
);

/** A received event whose original is counted each time that it is made. */
function counted() {
	const made = { times: 0 };
	const received = {
		get original() {
			made.times++;
			return { id: 'R-1' };
		},
	};
	return { made, received };
}

it('has no original made that nobody wants', () => {
	const { made, received } = counted();
	expect(present({ output: 'deliveryEvent', listsAs: 'list' }, row, received)).toBe(row);
	expect(made.times).toBe(0);
});

it.each(['original', 'deliveryEventWithOriginal'] as const)('has it made once for %s', (output) => {
	const { made, received } = counted();
	const item = present({ output, listsAs: 'list' }, row, received);
	expect(output === 'original' ? item : item.original).toEqual({ id: 'R-1' });
	expect(made.times).toBe(1);
});

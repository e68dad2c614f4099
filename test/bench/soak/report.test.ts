import { holds, report } from '../../../bench/soak/report';
import { growth, leftOpen } from '../../../bench/soak/soak';

const MB = 1024 * 1024;
const soaked = {
	sent: 900,
	answered: 899,
	refused: 600,
	letIn: 0,
	heap: [120, 126, 124, 125, 126, 127, 126, 125, 127].map((each) => each * MB),
	before: { 'fd socket': 12, Timeout: 4 },
	after: { 'fd socket': 11, Timeout: 4 },
	problems: [],
};

it('compares the end with the end of the first third', () => {
	expect(growth(soaked)).toBe(3 * MB);
	expect(report(soaked).split('\n')).toEqual([
		'events sent                                                                           900',
		'answered 200                                                                          899',
		'calls without a proof, refused                                                        600',
		'calls without a proof, let in                                                           0',
		'MB of heap after a collection       120.0 126.0 124.0 125.0 126.0 127.0 126.0 125.0 127.0',
		'MB more than after the first third                                                    3.0',
		'open before                                                                            16',
		'open that was not open before                                                           0',
		'',
		'Nothing piles up.',
	]);
});

it('names what was left open', () => {
	const after = { 'fd socket': 15, Timeout: 4, TCPSocketWrap: 1 };
	expect(leftOpen({ ...soaked, after })).toEqual(['3 × fd socket', '1 × TCPSocketWrap']);
	expect(report({ ...soaked, after })).toMatch(/not open before +3 × fd socket, 1 × TCPSocketWrap/);
});

it('fails where the heap grows, something stays open, or somebody is let in', () => {
	expect(holds(soaked)).toBe(true);
	expect(holds({ ...soaked, heap: [...soaked.heap.slice(0, 8), 130 * MB] })).toBe(false);
	expect(holds({ ...soaked, after: { ...soaked.after, Timeout: 5 } })).toBe(false);
	expect(holds({ ...soaked, letIn: 1 })).toBe(false);
	expect(holds({ ...soaked, answered: 0 })).toBe(false);
});
